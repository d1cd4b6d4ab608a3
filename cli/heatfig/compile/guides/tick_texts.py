"""How the ticks of a scale are written: each as it is, and apart from each other."""

from itertools import pairwise

from heatfig.diagnostics import Place, Report, problem
from heatfig.plan.text import Text
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms import Norm
from heatfig.scales.number_format import exact_format, for_ticks, format_like, is_exact
from heatfig.scales.ticks import Scores, even_texts

Contents = tuple[str, ...]


@dataclass(frozen=True)
class TickFormat:
    """How ticks are written: in the format that is `asked` for, else as texts elsewhere that they are to be `like`.

    These lend the kind of number and the unit, never their decimals: each tick is written as it is.
    """

    asked: str | None = None
    like: str | None = None

    def of(self, scores: Scores) -> str | None:
        """The format of these ticks; None for as many decimals as all need."""
        return format_like(self.like, scores) if self.asked is None and self.like is not None else self.asked


def exact_texts(ticks: Scores, form: str | None, place: Place) -> tuple[Text, ...]:
    """The numbers of a scale in a format, or with as many decimals as all need; raises Problems for one it rounds."""
    if form is None:
        return tuple(map(Text, even_texts(ticks)))
    rounded = next((tick for tick in ticks if not is_exact(tick, form)), None)
    if rounded is not None:
        message = f"the format '{form}' cannot write the tick {rounded:g} as it is"
        raise problem("bad-format", message, place, f"{exact_format(form, ticks)} writes them all")
    return tuple(Text(for_ticks(tick, form)) for tick in ticks)


def texts_of(contents: Contents) -> tuple[Text, ...]:
    """Labels as texts, powers of ten as math."""
    return tuple(Text(content, content.startswith("$")) for content in contents)


def contents_of(scores: Scores, written: TickFormat, norm: Norm) -> Contents:
    """Each score in the format; without one with as many decimals as all need, or powers of ten as such."""
    form = written.of(scores)
    if form is not None:
        return tuple(for_ticks(score, form) for score in scores)
    return norm.tick_texts(scores)


def fits(scores: Scores, written: TickFormat, norm: Norm) -> bool:
    """Whether a format writes scores as they are, and tells them apart."""
    form = written.of(scores)
    if form is None:
        return True
    return all(is_exact(score, form) for score in scores) and distinct(contents_of(scores, written, norm))


def check_format(scores: Scores, form: str | None, place: Place) -> None:
    """Raise Problems for each score for which the format is not made."""
    report = Report()
    for score in scores:
        if form is not None and not is_exact(score, form):
            message = f"the format '{form}' cannot write the tick {score:g} as it is"
            report.add("bad-format", message, place, f"{exact_format(form, scores)} writes them all")
    report.check()


def check_distinct(scores: Scores, contents: Contents, form: str | None, place: Place) -> None:
    """Raise Problems where two ticks would have one label."""
    for (low, one), (high, other) in pairwise(zip(scores, contents, strict=True)):
        if one == other:
            message = f"the ticks {low:g} and {high:g} are both written '{one}'"
            raise problem("bad-format", message, place, f"{exact_format(form, scores)} tells them apart")


def distinct(contents: Contents) -> bool:
    """Whether no two labels are alike."""
    return len(set(contents)) == len(contents)
