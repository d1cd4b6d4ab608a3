"""Whether what stands for scores is some."""

from collections import Counter

from heatfig.compile.facets import View
from heatfig.compile.observations import Long
from heatfig.data.hints import mend
from heatfig.diagnostics import Place, Problems, Report, problem
from heatfig.language.read import FigureSpec
from heatfig.plan.grid import SCORED, holds

_DIGITS = set("0123456789")


def check_scores(spec: FigureSpec, view: View, long: Long) -> None:
    """Raise Problems for texts that are neither scores nor missing, and where there is no score at all."""
    settings = view.settings
    scored = long.scored
    wrong = scored.wrong
    if settings.value and len(wrong) == scored.values.size and not _DIGITS & set("".join(wrong.values())):
        hint = f"the first is '{wrong[0]}'; `value` names a column of numbers, `missing.tokens` texts that are none"
        raise _no_scores(spec, view, hint)
    _check_numbers(long)
    if not holds(scored.kinds, SCORED):
        raise _no_scores(spec, view, "every row is empty or holds one of the texts that `missing` explains")


def _check_numbers(long: Long) -> None:
    """Raise Problems naming each text that is neither a score nor missing, where it stands first."""
    settings = long.view.settings
    wrong, tokens = sorted(long.scored.wrong.items()), [token.strip() for token in settings.missing.tokens]

    first: dict[str, int] = {}
    for index, text in wrong:
        first.setdefault(text, index)
    held, texts = Counter(text for _, text in wrong), list(first)

    def told(number: int) -> tuple[str, Place, str]:
        text = texts[number]
        again = {1: "", 2: ", nor in another field"}.get(held[text], f", nor in {held[text] - 1:,} other fields")
        message = f"'{text}' is not a finite number ({long.cell(first[text])}){again}"
        return message, long.place(first[text]), mend(text, settings.scores[0].decimal, tokens)

    report = Report()
    report.add_some("not-a-number", len(texts), told)
    report.check()


def _no_scores(spec: FigureSpec, view: View, hint: str) -> Problems:
    """Nothing to draw: told at the filter of a panel that has one of its own, else at the column of scores."""
    settings = view.settings
    column = f"the column '{settings.value}'" if settings.value else "the score file"
    path = "where" if view.spec.sets("where") else "value" if settings.value else "scores"
    message = f"{column} holds no number" + (" in the rows of this filter" if path == "where" else "")
    return problem("no-scores", message, spec.place(view.origin(path)), hint)
