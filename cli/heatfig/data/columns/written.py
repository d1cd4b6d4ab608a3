"""The texts of a column in a format of numbers, or a form of dates."""

from heatfig.data.columns.arrays import Labels, with_names
from heatfig.data.columns.column import Reading
from heatfig.data.columns.dates import parsed_date
from heatfig.data.columns.numerals import numerals
from heatfig.data.table import Table
from heatfig.diagnostics import Place, refuse_some
from heatfig.plan.grid import SCORED
from heatfig.scales.number_format import FORMAT, formatted


def written(table: Table, name: str, form: str | None, spec_at: Place) -> Labels:
    """The texts of a column in a format, or as they stand; raises Problems for those that it does not write."""
    column = table.column(name, spec_at)
    labels = column.labels
    if form is None:
        return labels
    made = [_written(text, column.reading, form) for text in labels.names]
    wrong = [code for code, text in enumerate(made) if text is None]
    kind = "number" if FORMAT.fullmatch(form) else "date"

    def explain(number: int) -> tuple[str, Place, str]:
        code = wrong[number]
        stands = table.place_of(name, labels.first_row(code)).relative_to(spec_at)
        message = f"'{labels.names[code]}' in the column '{name}' ({stands}) is not a {kind} that '{form}' writes"
        return message, spec_at, f"leave the format out: {{{name}}}"

    refuse_some("bad-format", min(len(wrong), 1), explain)
    return with_names(labels, map(str, made))


def _written(text: str, reading: Reading, form: str) -> str | None:
    """A text in a format, an empty one as it is; None for one that it does not write."""
    if not text.strip():
        return text
    if not FORMAT.fullmatch(form):
        moment = parsed_date(text, reading.dates)
        return None if moment is None else moment.strftime(form)
    found = numerals((text,), reading.tokens, reading.decimal)
    try:
        return formatted(float(found.values[0]), form) if found.kinds[0] == SCORED else None
    except ValueError:
        return None
