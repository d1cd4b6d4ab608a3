"""What cells hold under a name, as texts and conditions show it."""

import numpy as np

from heatfig.data.cells import Cells, Made, TextGrid
from heatfig.data.fields import named_field, text_field
from heatfig.diagnostics import Place, problem
from heatfig.plan.grid import Grid
from heatfig.runtime.deferred import dataclass
from heatfig.scales.number_format import for_people
from heatfig.scales.words import VALUE

ABSENT = "–"  # a field without a number, as the spread of a single score
Cell = tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class Shown:
    """A field in a number format, or texts as they are written."""

    made: Made
    form: str | None

    def at(self, cell: Cell) -> str:
        """The text of a cell; raises ValueError where its number has no place in the format."""
        if isinstance(self.made, TextGrid):
            code = int(self.made.codes[cell])
            return self.made.names[code] if code >= 0 else ""
        number = float(self.made.scores[cell])
        return ABSENT if np.isnan(number) else for_people(number, self.form)


def numbers(cells: Cells, name: str, asked_at: Place) -> Grid:
    """A field of numbers; raises Problems for a column that holds texts."""
    made, table = named_field(cells, name, asked_at).made, cells.entries.table
    if not isinstance(made, TextGrid):
        return made
    name = cells.name if name == VALUE else name
    if not table.columns[name].reading.categories and len(table.columns[name].scored.wrong) < len(table):
        table.numbers(name, asked_at)
    message = f"the column '{name}' holds texts, such as '{made.names[0]}'"
    raise problem(
        "not-a-number",
        message,
        asked_at,
        "texts have no number format, order or size: name a column of numbers, or take these out",
    )


def shown(cells: Cells, name: str, form: str | None, asked_at: Place) -> Shown:
    """A field as a template shows it: a column without a format as it is written."""
    if form is None:
        field = cells.fields.get(name) or text_field(cells, name, asked_at)
        return Shown(field.made, None)
    return Shown(numbers(cells, name, asked_at), form)
