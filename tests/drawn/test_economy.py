"""What is done once is done once: counts, for no time could be held."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from matplotlib import font_manager
from matplotlib.backends import _backend_pdf_ps
from pypdf import PdfReader

from heatfig.build import files
from heatfig.build.figure import Figure, drawn, prepare
from heatfig.draw import fonts
from heatfig.layout.page.solve import largest_size
from heatfig.runtime.files.read import read_blocks
from heatfig.runtime.fonts import font_path, font_properties

IMPORTED = """
import sys
unwanted, sys.argv = sys.argv[1].split(), ["heatfig", *sys.argv[2:]]
from heatfig.app.cli import main
try:
    main()
except SystemExit as left:
    assert left.code == 0, left.code
loaded = [name for name, module in sys.modules.items() if "__getattr__" not in vars(module)]  # and not put off
print(sorted({*unwanted} & {*loaded}))
if "matplotlib.text" in loaded:
    from matplotlib.text import Text
    print("with signatures of its own" if "set" in vars(Text) else "with that of all artists")
"""
FIGURES = "fontTools.agl matplotlib.figure matplotlib.axes matplotlib.pyplot matplotlib.collections scipy"
FONTS = "fontTools.subset fontTools.ttLib"
HEAVY = "numpy pandas pydantic matplotlib yaml rich multiprocessing heatfig.diagnostics.messages heatfig.build.depfile"
COLLECTED = """
import gc
from heatfig.__main__ import main
counts = [kind["collections"] for kind in gc.get_stats()]
try:
    main()
except SystemExit as left:
    assert left.code == 0, left.code
print(counts == [kind["collections"] for kind in gc.get_stats()])
"""


class Counted:
    """A function that counts its calls."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.calls = 0

    def __call__(self, *given: Any, **named: Any) -> Any:
        self.calls += 1
        return self.function(*given, **named)


@pytest.fixture
def figure(specs: Path) -> Figure:
    return prepare(specs / "core_generalization.yaml")


@pytest.fixture
def forgetful() -> None:
    """What was remembered of fonts is forgotten before."""
    for remembered in (fonts.outlines, fonts._subset, font_path, font_properties):
        remembered.cache_clear()


def said(specs: Path, *code: str, out: Path, form: str) -> list[str]:
    """What a process of its own prints that renders a figure to one format, once it is done."""
    call = [sys.executable, "-c", *code, "render", "core_generalization.yaml", "-o", str(out), "-f", form]
    done = subprocess.run(call, cwd=specs, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [
        line for line in done.stdout.splitlines() if not (line.startswith("wrote ") or line.endswith(" up to date"))
    ]


@pytest.mark.parametrize(
    ("form", "unwanted"), [("png", f"{FIGURES} {FONTS}"), ("svg", FIGURES), ("pdf", "fontTools.agl scipy")]
)
def test_a_figure_imports_of_matplotlib_what_it_needs(specs: Path, tmp_path: Path, form: str, unwanted: str) -> None:
    assert said(specs, IMPORTED, unwanted, out=tmp_path, form=form) == ["[]", "with that of all artists"]


def test_nothing_heavy_is_imported_where_nothing_is_to_do(specs: Path, tmp_path: Path) -> None:
    assert said(specs, IMPORTED, "scipy", out=tmp_path, form="svg") == ["[]", "with that of all artists"]
    assert said(specs, IMPORTED, HEAVY, out=tmp_path, form="svg") == ["[]"]


def test_one_figure_collects_no_garbage(specs: Path, tmp_path: Path) -> None:
    assert said(specs, COLLECTED, out=tmp_path, form="svg") == ["True"]


@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize("form", ["pdf", "svg"])
def test_a_font_is_cut_once_for_the_same_glyphs(figure: Figure, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(subset.load_font)
    monkeypatch.setattr(subset, "load_font", counted)
    first, second = drawn(figure, form), drawn(figure, form)
    assert first == second
    assert counted.calls == len({words.bold for words in figure.scene.text_runs()})


@pytest.mark.usefixtures("forgetful")
def test_each_face_is_looked_up_once(specs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(font_manager.findfont)
    monkeypatch.setattr(font_manager, "findfont", counted)
    figure = prepare(specs / "core_generalization.yaml")
    for form in ("png", "pdf", "svg"):
        drawn(figure, form)
    assert counted.calls <= 4  # the regular face and the bold one of both families


def test_a_score_file_is_read_once(specs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(read_blocks)
    monkeypatch.setattr(files, "read_blocks", counted)
    figure = prepare(specs / "probe_vs_lora.yaml")
    for form in ("png", "pdf", "svg"):
        drawn(figure, form)
    assert len(figure.plan.panels) > 1
    assert counted.calls == len(figure.hashes)


def test_a_pdf_embeds_outlines_alone_and_the_backend_gets_its_function_back(figure: Figure) -> None:
    page = PdfReader(io.BytesIO(drawn(figure, "pdf"))).pages[0]
    resources: Any = page["/Resources"]
    for font in resources["/Font"].values():
        data = font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"].get_data()
        tables = set(TTFont(io.BytesIO(data)).keys())
        assert {"glyf", "loca", "head", "hhea", "hmtx", "maxp"} <= tables
        assert not tables & {"GPOS", "GSUB", "GDEF", "kern", "fpgm", "prep", "cvt "}
    assert _backend_pdf_ps.get_glyphs_subset.__module__ == "matplotlib.backends._backend_pdf_ps"


@pytest.mark.parametrize(
    ("needed", "most"),
    [
        (lambda size: 12 * size + 80, 4),
        (lambda size: 12 * size + 40 + max(0, 90 - 3 * size), 14),
        (lambda size: 12 * size + (120 if size < 17 else 60), 6),
        (lambda size: 12 * size + (60 if size < 17 else 120), 40),
    ],
    ids=["straight", "bent", "leaping down", "leaping up"],
)
def test_cells_fill_a_page_to_a_billionth_of_a_point(needed: Callable[[float], float], most: int) -> None:
    counted = Counted(needed)
    size = largest_size(300, counted)
    assert size is not None
    assert needed(size) <= 300 < needed(size + 2e-9)
    assert counted.calls <= most


def test_a_page_without_room_is_told() -> None:
    assert largest_size(300, lambda size: 301 + size) is None
    assert largest_size(300, lambda size: size / 2) == 300
