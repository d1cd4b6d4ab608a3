"""Hostile labels, titles and names of files, read back by parsers of others: all of them are text, and nothing else."""

import io
import json
import shutil
import struct
import subprocess
import sys
import zlib
from dataclasses import astuple, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from heatfig.build import figure
from heatfig.diagnostics.origin import Path as Steps
from heatfig.language.desugar import Desugarer
from heatfig.language.forms import Atom, Form
from heatfig.language.keys import DOCUMENT
from heatfig.language.location import Location
from heatfig.language.members import members_of
from heatfig.language.nodes import Scalar, mapping_at
from heatfig.language.notes import Notes
from heatfig.language.parse import parse
from heatfig.language.scalars.text import TEXT_SCHEMA
from heatfig.language.templates import SHORT_TEMPLATE
from heatfig.runtime.deferred import dataclass

PAYLOADS = (
    "<script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    '" onload="alert(1)',
    "' onmouseover='alert(1)",
    "<foreignObject><body/></foreignObject>",
    "<!ENTITY a SYSTEM 'file:///etc/passwd'>&a;",
    "<a href='javascript:alert(1)'>x</a>",
    "<image href='http://127.0.0.1/x.png'/>",
    "<style>@import url(x)</style>",
    "-->&lt;&#60;<!--",
    ")>>endobj 1 0 obj<</S/JavaScript/JS(app.alert(1))>>",
    "\\) Tj /Launch (",
    "%PDF-1.7 %%EOF",
)
TAGS = {"svg", "g", "path", "rect", "text", "tspan", "title", "desc", "defs", "style", "metadata", "image", "use"}
TAGS |= {"clipPath", "pattern", "symbol", "polygon", "circle", "line"}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a figure, in all formats, in which every text that a stranger chooses is a payload."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [{"x": payload, "y": f"{payload} y", "v": number} for number, payload in enumerate(PAYLOADS)]
    (folder / "s.jsonl").write_text("\n".join(map(json.dumps, rows)))
    title = json.dumps(" ".join(PAYLOADS[:6]).replace("\\", "\\\\"))
    spec = f"scores: s.jsonl\nvalue: v\naxes: {{x: {{column: x, label: {title}}}, y: {{column: y, label: {title}}}}}\n"
    spec += f"title: {{text: {title}, wrap: 60}}\nmissing: {{label: {title}}}\nannotations: '<b>{{value}}</b>'\n"
    (folder / "f&amp;<b>.yaml").write_text(spec + "size: {cell: 60mm}\n")
    call = [sys.executable, "-m", "heatfig", "render", "f&amp;<b>.yaml", "-o", "out", "--junit", "j.xml", "--dpi", "20"]
    subprocess.run(call, cwd=folder, check=True, capture_output=True)
    return folder


def svg_texts(content: bytes) -> set[str]:
    """The texts of all elements, of which none does or asks for anything."""
    assert b"<!ENTITY" not in content
    root = ElementTree.fromstring(content)
    texts = set()
    for element in root.iter():
        namespace, _, tag = element.tag.rpartition("}")
        if namespace == "{http://www.w3.org/2000/svg":
            assert tag in TAGS
        assert not any(name.lower().startswith("on") for name in element.attrib)
        links = [value for name, value in element.attrib.items() if name.endswith("href")]
        assert all(link.startswith(("#", "data:image/png;")) for link in links)
        texts.add("".join(element.itertext()))
    return texts


def test_an_svg_holds_texts_and_shapes_alone(drawn: Path) -> None:
    texts = svg_texts((drawn / "out" / "f&amp;<b>.svg").read_bytes())
    assert {payload for payload in PAYLOADS if not any(payload in text for text in texts)} == set()


def harmless_pdf(content: bytes) -> PdfReader:
    """A PDF in all of whose objects no action stands."""
    reader = PdfReader(io.BytesIO(content), strict=True)
    reached: set[int] = set()
    left: list[Any] = [reader.trailer]
    while left:
        node: Any = left.pop().get_object()
        if id(node) in reached:
            continue
        reached.add(id(node))
        if isinstance(node, dict):
            assert not {"/JavaScript", "/JS", "/OpenAction", "/AA", "/Launch", "/URI", "/EmbeddedFiles"} & node.keys()
            left += node.values()
        elif isinstance(node, list):
            left += node
    return reader


def test_a_pdf_has_no_action_and_its_strings_end_where_they_should(drawn: Path) -> None:
    reader = harmless_pdf((drawn / "out" / "f&amp;<b>.pdf").read_bytes())
    text = "".join(reader.pages[0].extract_text().split())
    assert "".join(PAYLOADS[0].split()) in text
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith(PAYLOADS[0])


def test_the_chunks_of_a_png_are_whole_and_none_is_unknown(drawn: Path) -> None:
    content, at, kinds = (drawn / "out" / "f&amp;<b>.png").read_bytes(), 8, []
    while at < len(content):
        (length,), kind = struct.unpack(">I", content[at : at + 4]), content[at + 4 : at + 8]
        data = content[at + 4 : at + 8 + length]
        assert struct.unpack(">I", content[at + 8 + length : at + 12 + length]) == (zlib.crc32(data),)
        kinds.append(kind.decode())
        at += 12 + length
    assert (kinds[0], kinds[-1], at) == ("IHDR", "IEND", len(content))
    assert set(kinds) <= {"IHDR", "pHYs", "tEXt", "iTXt", "PLTE", "IDAT", "IEND"}


def test_a_report_in_xml_names_its_spec(drawn: Path) -> None:
    root = ElementTree.fromstring((drawn / "j.xml").read_bytes())
    assert [case.get("name") for case in root.iter("testcase")] == ["f&amp;<b>.yaml"]


KEYS = Path(__file__).parents[1] / "good" / "keys"
# What takes any text and shows none: it is looked for, or names what is not the user's.
NOT_SHOWN = {"colour", "colormap's name", "font family", "mark of comments", "panel's name", "path", "pattern"}
LONG, SHORT = '<b{}>&")', "<{}"
SMALL = {"hollow.yaml", "marks.yaml", "mask.yaml", "missing_texts.yaml"}  # figures with texts in cells of little room
# Texts that other keys of the spec name, and which therefore keep their names.
NAMED = {("classes.yaml", ("norm", "labels", number)) for number in range(4)}
UNSEEN = {("mask.yaml", ("missing", "label")), ("missing_texts.yaml", ("missing", "text"))}  # of what is not there


@dataclass
class Texts(Desugarer):
    """Finds what of a spec is a text of the user's own, with braces where columns stand in it."""

    found: dict[Steps, Scalar] = field(default_factory=dict)

    def _scalar(self, node: Scalar, form: Form, at: Location) -> Any:
        atoms = [member for member in members_of(form) if isinstance(member, Atom) and not member.free]
        shown = {atom.one for atom in atoms if atom.schema in (TEXT_SCHEMA, SHORT_TEMPLATE.schema)} - NOT_SHOWN
        of_columns = any("template" in kind for kind in shown)
        if shown and at.path[0] != "transform" and ("{" in node or not of_columns):
            self.found[at.path] = node
        return super()._scalar(node, form, at)


def hostile(path: Path) -> tuple[str, dict[Steps, str]]:
    """A spec with each text of its user's made hostile, and what is to be read at the place of each."""
    content = path.read_text()
    source = parse(content.encode(), path.name)
    plain = {key: value for key, value in source.root.items() if not key.startswith("x-")}
    texts = Texts(source, Notes())
    texts.full(mapping_at(plain, source.root.span), DOCUMENT, Location())
    small = path.name in SMALL
    found = {steps: node for steps, node in texts.found.items() if not small or "{" not in node}
    found = {steps: node for steps, node in found.items() if (path.name, steps) not in NAMED}
    planted = {steps: (SHORT if small else LONG).format(number) for number, steps in enumerate(found)}
    lines = content.split("\n")
    for steps, node in sorted(found.items(), key=lambda item: astuple(item[1].span)[1:], reverse=True):
        span, line = node.span, lines[node.span.line]
        kept = node.replace("$", "") if "{" in node else ""  # math is drawn as shapes
        lines[span.line] = line[: span.column] + json.dumps(kept + planted[steps]) + line[span.end_column :]
    return "\n".join(lines), planted


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    shutil.copytree(KEYS.parent, folder / "good", ignore=shutil.ignore_patterns("pairs", "*.plan.json", "*.jsonl"))
    return folder / "good" / "keys"


@pytest.mark.parametrize("name", [path.name for path in sorted(KEYS.glob("*.yaml")) if hostile(path)[1]])
def test_every_text_of_the_language_is_drawn_as_text(good: Path, name: str) -> None:
    spec, planted = hostile(KEYS / name)
    (good / name).write_text(spec)
    made = figure.prepare(good / name)
    texts = " ".join(svg_texts(figure.drawn(made, "svg")))
    assert [steps for steps, text in planted.items() if text not in texts and (name, steps) not in UNSEEN] == []
    harmless_pdf(figure.drawn(made, "pdf"))
