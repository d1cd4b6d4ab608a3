"""Hostile labels, titles and names of files, read back by parsers of others: all of them are text, and nothing else."""

import json
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

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


def test_an_svg_holds_texts_and_shapes_alone(drawn: Path) -> None:
    content = (drawn / "out" / "f&amp;<b>.svg").read_bytes()
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
    assert {payload for payload in PAYLOADS if not any(payload in text for text in texts)} == set()


def test_a_pdf_has_no_action_and_its_strings_end_where_they_should(drawn: Path) -> None:
    reader = PdfReader(drawn / "out" / "f&amp;<b>.pdf", strict=True)
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
