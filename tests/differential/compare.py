"""Holds the files of a figure against what its spec and scores ask for.

Nothing here, in what it imports of `tests/drawn`, or in the oracle there, is code of heatfig's; what is compared was
read from the files alone: the places of cells from the SVG, the colours from all three.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from decode import RGB, Box, Raster, read_png
from oracle.cells import At
from oracle.numerals import letters
from oracle.panel import Wanted
from oracle.reading import wanted_panels
from oracle.spec import axis_of
from pdf_file import Pdf
from svg_file import Svg
from svg_paint import NAME, corners, fill_color

DPI = 110
PDF_SCALE = 4.1
INSET = 1.2  # points off the edges of a cell, where its neighbours' pixels begin
_CELL = re.compile(r"cell-p(\d+)-r(\d+)-c(\d+)(?:-s(\d+))?")
_REACH = 20.0  # points from a sample of the legend to its text


class Files:
    """A figure in its three formats."""

    def __init__(self, folder: Path, name: str) -> None:
        self.svg = Svg((folder / f"{name}.svg").read_bytes())
        self.png = read_png((folder / f"{name}.png").read_bytes(), DPI)
        self.pdf = Pdf((folder / f"{name}.pdf").read_bytes())

    def cells(self, panel: int) -> dict[At, tuple[Box, RGB | None, str]]:
        """The cells of a panel as they come in the SVG: where they are, their fill, and what they say on hover."""
        found: dict[At, tuple[Box, RGB | None, str]] = {}
        for group in self.svg.cells():
            said = _CELL.fullmatch(group.get("id", ""))
            assert said, group.get("id")
            path, title = group.find(f"{NAME}path"), group.find(f"{NAME}title")
            assert path is not None
            assert title is not None
            if int(said[1]) == panel:
                box = np.array(corners(path))
                (left, top), (right, bottom) = box.min(axis=0), box.max(axis=0)
                at = int(said[2]), int(said[3]), int(said[4] or 0)
                found[at] = (left, top, right, bottom), fill_color(path), title.text or ""
        return found

    def sample(self, text: str) -> RGB:
        """The colour beside a text of the legend."""
        for shown in self.svg.texts:
            if shown.letters == letters(text):
                for box, fill in self.svg.fills():
                    if 0 < shown.x - box[2] < _REACH / 2 and box[1] < shown.y < box[3] + 2 and box[3] - box[1] < _REACH:
                        return fill
        raise AssertionError(f"no sample of '{text}' in the legend")


def differences(folder: Path, name: str, spec: str, scores: Path) -> tuple[list[str], int]:
    """How a figure's files differ from what is asked for, and how many cells were compared."""
    files, found, count = Files(folder, name), list[str](), 0
    panels = wanted_panels(spec, scores)
    pdf = files.pdf.raster(PDF_SCALE)
    for number, wanted in enumerate(panels):
        _take_looks(files, wanted)
        cells = files.cells(number)
        count += len(cells)
        if set(cells) != set(wanted):
            found.append(f"panel {number}: cells {sorted(set(cells) ^ set(wanted))}")
            continue
        found += [f"panel {number}: {told}" for told in (*_of_cells(wanted, cells, files.png, pdf), *_apart(cells))]
        found += [f"panel {number}: {told}" for told in (*_texts(wanted, cells, files), *_ticks(wanted, cells, files))]
    if len({cell.get("id", "").split("-")[1] for cell in files.svg.cells()}) > len(panels):
        found.append("more panels than asked for")
    if _letters(files.svg) != _letters(files.pdf):
        found.append(f"SVG and PDF say other texts: {_letters(files.svg) - _letters(files.pdf)}")
    return found, count


def _letters(file: Svg | Pdf) -> Counter[str]:
    return Counter("".join(text.letters for text in file.texts))


def _take_looks(files: Files, wanted: Wanted) -> None:
    """The colours of kinds of missing that no spec says, as the legend has them."""
    for at in wanted:
        if wanted.score(at) is None and (meaning := wanted.meaning(at)) not in wanted.looks:
            wanted.looks[meaning] = files.sample(meaning)


def _of_cells(wanted: Wanted, cells: dict[At, tuple[Box, RGB | None, str]], *rasters: Raster) -> Iterator[str]:
    for at, (box, fill, title) in cells.items():
        asked = wanted.color(at)
        shown = [fill, *(_most(raster.inside(box, INSET)) for raster in rasters)]
        if not all(color is not None and wanted.colors.like(color, asked) for color in shown):
            yield f"cell {at}: {shown} and not {asked}"
        if title != wanted.title(at):
            yield f"cell {at}: '{title}' and not '{wanted.title(at)}'"


def _most(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> RGB:
    """The colour that most pixels have."""
    colors, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_counts=True)
    red, green, blue = (int(channel) for channel in colors[np.argmax(counts)])
    return red, green, blue


def _apart(cells: dict[At, tuple[Box, RGB | None, str]]) -> Iterator[str]:
    """That rows run down the page, and columns and their parts to the right."""
    for (at, (box, *_)), (other, (beside, *_)) in zip(list(cells.items()), list(cells.items())[1:], strict=False):
        onward = at[0] == other[0] and beside[0] > box[0] and abs(beside[1] - box[1]) < 1.5
        if not onward and not (other[0] > at[0] and beside[1] > box[1]):
            yield f"cells {at} and {other} stand at {box[:2]} and {beside[:2]}"


def _texts(wanted: Wanted, cells: dict[At, tuple[Box, RGB | None, str]], files: Files) -> Iterator[str]:
    """Each annotation within its cell, and no other."""
    for at, ((left, top, right, bottom), *_) in cells.items():
        shown = [text for text in files.svg.texts if left <= text.x < right and top < text.y <= bottom]
        asked = wanted.annotation(at)
        if "".join(text.letters for text in shown) != letters(asked or ""):
            yield f"cell {at} says {[text.content for text in shown]} and not '{asked}'"


def _ticks(wanted: Wanted, cells: dict[At, tuple[Box, RGB | None, str]], files: Files) -> Iterator[str]:
    """Each label of a row at its row, outside of the grid."""
    left, right = min(box[0] for box, *_ in cells.values()), max(box[2] for box, *_ in cells.values())
    asked = [wanted.label_text("y", label) for _, label in wanted.y]
    far = axis_of(wanted.settings, "y").get("side") == "right"
    for row, label in enumerate(asked):
        tops = [box for at, (box, *_) in cells.items() if at[0] == row]
        level = [t for t in files.svg.texts if not t.angle and tops and tops[0][1] < t.y < tops[0][3]]
        level = [text for text in level if (text.x > right if far else text.x < left)]
        if tops and letters(label) not in {text.letters for text in level}:
            yield f"row {row} is called {[text.content for text in level]} and not '{label}'"
