"""Files of categories and their colours."""

from dataclasses import replace

from heatfig.build.files import Files
from heatfig.build.forms import Reading
from heatfig.data.readers.chunk import Dialect
from heatfig.data.table import Table
from heatfig.data.wanted import Wanted
from heatfig.diagnostics import Place, Report, problem
from heatfig.diagnostics.origin import Origin
from heatfig.language.read import FigureSpec
from heatfig.language.scalars import PaletteFile
from heatfig.language.walk import walk
from heatfig.scales.colors import ColorError, parse_color

READING = Reading("long", Dialect(), "unique", None, ())  # a line of names, then a line for each category


def with_palettes(spec: FigureSpec, files: Files, report: Report) -> FigureSpec:
    """The spec with the colours of the files that its panels name; what names one that cannot be read is left out."""
    palettes, panels = dict[str, dict[str, str]](), list(spec.panels)
    for panel in spec.panels:
        for visited in walk(panel.settings):
            if not isinstance(visited.value, PaletteFile):
                continue
            if visited.value not in palettes:
                with report.collecting():
                    palettes[visited.value] = _read(visited.value, files, spec.place(Origin(panel.index, visited.path)))
            if visited.value not in palettes:
                panels[panel.index] = replace(panel, invalid=panels[panel.index].invalid | {visited.path})
    return replace(spec, panels=tuple(panels), palettes=palettes)


def _read(file: PaletteFile, files: Files, named_at: Place) -> dict[str, str]:
    return palette(files.read(file, READING, Wanted(every=True), lambda *_: named_at), named_at)


def palette(table: Table, named_at: Place) -> dict[str, str]:
    """The colour of each category of a file, by its first two columns; raises Problems for a line that has none."""
    if len(table.header) < 2:
        message = f"{named_at.file}: a file of colours has two columns, of categories and of their colours"
        raise problem("unknown-column", message, named_at, "a first line such as category,color")
    categories, colors = (table.labels(name, named_at).texts().tolist() for name in table.header[:2])
    report, found = Report(), dict[str, str]()
    for row, (category, color) in enumerate(zip(categories, colors, strict=True)):
        if category.strip() in found:
            report.add("listed-twice", f"'{category}' has a second line", table.place(row), "take one out")
        try:
            parse_color(color.strip())
        except ColorError as error:
            report.add("bad-color", str(error), table.place(row), error.hint)
        found[category.strip()] = color.strip()
    report.check()
    return found
