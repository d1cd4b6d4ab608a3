"""Files of categories and their colours."""

from heatfig.build.forms import Reading
from heatfig.data.readers.chunk import Dialect
from heatfig.data.table import Table
from heatfig.diagnostics import Place, Report, problem
from heatfig.scales.colors import ColorError, parse_color

READING = Reading("long", Dialect(), "unique", None, ())  # a line of names, then a line for each category


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
