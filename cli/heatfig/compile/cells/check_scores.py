"""Checks that the column of scores holds scores."""

from collections import Counter
from itertools import islice

import numpy as np

from heatfig.compile.axes.sides import request_of
from heatfig.compile.view import View
from heatfig.data.columns.arrays import WRONG, Numbers
from heatfig.data.hints import hint_for, number_hint
from heatfig.diagnostics import Place, Problems, Report, nearest, problem, refuse_some
from heatfig.language.model.colors import Categories
from heatfig.language.scalars import PaletteFile
from heatfig.plan.grid import SCORED, holds

MOST_LOOKED_AT = 1_000  # texts of a column without numbers, one of which may be nearly a number


def check_scores(view: View) -> None:
    """Raise Problems for texts that are neither scores nor missing, and for a column without any score."""
    if request_of(view).value is None:
        return  # rows are counted
    numbers = _numbers(view)
    if isinstance(view.settings.colormap, Categories):
        _check_texts(view, view.settings.colormap, numbers)
        return
    texts = bool(view.spec.settings.value) and len(numbers.wrong) == numbers.values.size
    decimal = view.settings.scores[0].decimal
    if texts and not any(number_hint(text, decimal) for text in islice(numbers.wrong.values(), MOST_LOOKED_AT)):
        hint = "`value` names a column of numbers, `missing.tokens` texts that are none, "
        hint += "`colormap: {categories: …}` colours of texts"
        raise _no_scores(view, f"the first is '{numbers.wrong[0]}'; {hint}")
    _check_columns(view, numbers)
    _check_numbers(view, numbers)
    if not holds(numbers.kinds, SCORED):
        raise _no_scores(view, "every row is empty or holds one of the texts that `missing` explains")


def _check_texts(view: View, colormap: Categories, numbers: Numbers) -> None:
    """Raise Problems for each text without a colour, at its first place, and for a column without any text."""
    categories = view.table.columns[str(view.settings.value)].reading.categories
    first = numbers.first_wrong
    texts, report = list(first), Report()

    def explain(number: int) -> tuple[str, Place, str]:
        text = texts[number]
        hint = f"categories: {{'{text}': COLOUR, …}}, or `missing.tokens` for a text that is no score"
        if isinstance(colormap.categories, PaletteFile):
            hint = f"a line of {colormap.categories} for it"
        message = f"no colour is given for '{text}' ({_cell(view, first[text])})"
        place = view.table.place_of(str(view.settings.value), first[text])
        return message, place, nearest(text, categories, "") or hint

    report.add_some("unlisted-label", len(texts), explain)
    report.check()
    if not holds(numbers.kinds, SCORED):
        raise _no_scores(view, "every row is empty or holds one of the texts that `missing` explains")


def _numbers(view: View) -> Numbers:
    """The scores of a view; those of a wide file in the shape of the file."""
    name, matrix = str(request_of(view).value), view.table.matrix
    return matrix.numbers(name) if matrix is not None and name in matrix.values else view.table.columns[name].numbers


def _check_columns(view: View, numbers: Numbers) -> None:
    """Raise Problems for columns of a wide file that hold only texts, where scores are expected."""
    matrix = view.table.matrix
    if matrix is None or not numbers.wrong or len(matrix.heads) > 1:
        return
    (head,) = matrix.heads.values()
    labels = head.labels
    texts = (numbers.kinds == WRONG).all(axis=0)
    written = {at % len(texts): text for at, text in numbers.wrong.items()}
    labelled = [at for at in np.flatnonzero(texts).tolist() if not number_hint(written[at], matrix.reading.decimal)]
    report, place = Report(), view.at("scores")
    for name in (labels.names[labels.codes[at]] for at in labelled):
        message = f"the column '{name}' holds texts, and other columns of the file scores"
        hint = f"name it in `rows` or `keep`, or leave it out: columns: {{not: ['{name}']}}; or say form: long"
        report.add("no-scores", message, place, hint)
    if not texts.all():
        report.check()


def _check_numbers(view: View, numbers: Numbers) -> None:
    """Raise Problems for each text that is neither a score nor missing, at its first place."""
    settings, first = view.settings, numbers.first_wrong
    tokens = [token.strip() for token in settings.missing.tokens]
    held, texts = Counter(numbers.wrong.values()), list(first)

    def explain(number: int) -> tuple[str, Place, str]:
        text = texts[number]
        again = {1: "", 2: ", nor in another field"}.get(held[text], f", nor in {held[text] - 1:,} other fields")
        message = f"'{text}' is not a finite number ({_cell(view, first[text])}){again}"
        place = view.table.place_of(str(request_of(view).value), first[text])
        return message, place, hint_for(text, settings.scores[0].decimal, tokens)

    refuse_some("not-a-number", len(texts), explain)


def _cell(view: View, row: int) -> str:
    """The cell of a row in words."""
    request = request_of(view)

    def named(*columns: str | None) -> str:
        return " / ".join(view.table.columns[name].labels_at(row) for name in columns if name is not None)

    words = f"row '{named(request.y.group, request.y.column)}', column '{named(request.x.group, request.x.column)}'"
    return words + (f", part '{named(request.part)}'" if request.part is not None else "")


def _no_scores(view: View, hint: str) -> Problems:
    """The problem of a panel without scores, at its own filter or else at the column of scores."""
    settings = view.spec.settings
    column = f"the column '{settings.value}'" if settings.value else "the score file"
    path = "where" if view.spec.sets("where") else "value" if settings.value else "scores"
    message = f"{column} holds no number" + (" in the rows of this filter" if path == "where" else "")
    return problem("no-scores", message, view.at(path), hint)
