"""Whether the tokens of `missing` occur in the score files."""

from heatfig.compile.axes.sides import request_of
from heatfig.compile.view import View
from heatfig.data.columns.arrays import Numbers
from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Path
from heatfig.plan.grid import holds

_READING: tuple[Path, ...] = (("scores",), ("value",), ("missing", "tokens"))


def check_tokens(views: list[View], report: Report) -> None:
    """Note tokens that no score file has of all panels for which they are written.

    Those of a spec that this one extends are for all figures that share it.
    """
    lacking: dict[tuple[str, int], tuple[View, str]] = {}
    found: set[tuple[str, int]] = set()
    for view in views:
        for number, token in enumerate(view.settings.missing.tokens, start=1):
            place = view.key_at("missing", "tokens", token)
            if place.file != view.figure.source.file:
                continue
            written = token, place.line
            if view.lacks(*_READING) or any(holds(numbers.kinds, number) for numbers in _numbers(view)):
                found.add(written)
            lacking.setdefault(written, (view, token))
    for written, (view, token) in lacking.items():
        if written not in found:
            place = view.key_at("missing", "tokens", token)
            message = f"no score is '{token}'" if token else "no score is an empty field"
            report.add("unknown-label", message, place, "take it out, or write it as the score file does")


def _numbers(view: View) -> list[Numbers]:
    """The scores of all rows of the panel's files."""
    value, whole = request_of(view).value, view.selection.whole
    if value is None:
        return []
    return [whole.matrix.numbers(value) if whole.matrix is not None else whole.columns[value].numbers]
