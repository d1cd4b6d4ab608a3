"""What the legend says of texts that tell the best cells."""

from collections.abc import Iterator

from heatfig.compile.view import View
from heatfig.language.conditions import Best
from heatfig.language.model.cells import Annotation
from heatfig.plan.guides.legend import SampleEntry
from heatfig.plan.text import Text, TextStyle
from heatfig.scales.words import Within

_RANKS = {1: "", 2: "second ", 3: "third "}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def best_entries(view: View, spec: Annotation) -> Iterator[SampleEntry]:
    """What bold, italic and underlined mean, where they tell the best."""
    looks = (
        (spec.bold, Text("bold", style=TextStyle(bold=True))),
        (spec.italic, Text("italic", style=TextStyle(italic=True))),
        (spec.underline, Text("underlined", style=TextStyle(underline=True))),
    )
    for condition, sample in looks:
        if spec.legend and isinstance(condition, Best):
            yield SampleEntry(best_meaning(view, condition), sample)


def best_meaning(view: View, best: Best) -> Text:
    """Which are the best, in words."""
    rank = _RANKS.get(best.rank, f"{best.rank}{_ending(best.rank)} ")
    within = " and ".join(_name(view, per) for per in best.per if per != "all")
    return Text(f"{rank}{'highest' if best.best == 'max' else 'lowest'}{within and f' per {within}'}")


def _ending(rank: int) -> str:
    return "th" if rank % 100 in {11, 12, 13} else _ENDINGS.get(rank % 10, "th")


def _name(view: View, per: Within) -> str:
    """The name of what lies along an axis, or of its groups."""
    axis = view.settings.axes.x if per.startswith("x") else view.settings.axes.y
    if per.endswith(".group") and axis.group is not None:
        return str(axis.group.column)
    return str(axis.column or ("column" if per == "x" else "row"))
