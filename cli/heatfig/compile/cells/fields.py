"""Fields of cells by name, as texts and conditions show them."""

import numpy as np

from heatfig.data.cells import Cells, Content, TextGrid
from heatfig.data.fields import named_field, text_field
from heatfig.diagnostics import Place, problem
from heatfig.plan.grid import Grid
from heatfig.runtime.deferred import dataclass
from heatfig.scales.number_format import for_people, with_minus
from heatfig.scales.words import VALUE

ABSENT = "–"  # a field without a number, as the spread of a single score
Cell = tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class Shown:
    """A field in a number format, or texts as they are written, but for the minus signs of numbers."""

    content: Content
    form: str | None

    def at(self, cell: Cell) -> str:
        """The text of a cell; raises ValueError where its number has no place in the format."""
        if isinstance(self.content, TextGrid):
            code = int(self.content.codes[cell])
            return with_minus(self.content.names[code]) if code >= 0 else ""
        number = float(self.content.scores[cell])
        return ABSENT if np.isnan(number) else for_people(number, self.form)


def numbers(cells: Cells, name: str, spec_at: Place) -> Grid:
    """A field of numbers; raises Problems for a column that holds texts."""
    content, table = named_field(cells, name, spec_at).content, cells.entries.table
    if not isinstance(content, TextGrid):
        return content
    name = cells.name if name == VALUE else name
    column = table.columns.get(name)
    if column is not None and not column.reading.categories and len(column.numbers.wrong) < len(table):
        table.numbers(name, spec_at)
    message = f"the {'field' if column is None else 'column'} '{name}' holds texts, such as '{content.names[0]}'"
    raise problem(
        "not-a-number",
        message,
        spec_at,
        "texts have no number format, order or size: name a column of numbers, or take these out",
    )


def shown(cells: Cells, name: str, form: str | None, spec_at: Place) -> Shown:
    """A field as a template shows it: a column without a format as it is written."""
    if form is None:
        field = cells.fields.get(name) or text_field(cells, name, spec_at)
        return Shown(field.content, None)
    return Shown(numbers(cells, name, spec_at), form)
