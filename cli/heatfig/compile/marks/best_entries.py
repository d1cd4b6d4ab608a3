"""What the legend says of texts that conditions set bold, italic or underlined, as those of the best cells."""

from collections.abc import Iterator

from heatfig.compile.texts import spec_text
from heatfig.compile.view import View
from heatfig.language.conditions import Best
from heatfig.language.model.cells import Annotation, Meanings
from heatfig.plan.guides.legend import SampleEntry
from heatfig.plan.marks.texts import CellTexts
from heatfig.plan.text import Text, TextStyle
from heatfig.scales.words import Within

_RANKS = {1: "", 2: "second ", 3: "third "}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def look_entries(view: View, spec: Annotation, made: CellTexts) -> Iterator[SampleEntry]:
    """What bold, italic and underlined mean, in the spec's words or where they tell the best."""
    looks = (
        ("bold", made.bold, Text("bold", style=TextStyle(bold=True))),
        ("italic", made.italic, Text("italic", style=TextStyle(italic=True))),
        ("underline", made.underline, Text("underlined", style=TextStyle(underline=True))),
    )
    for look, where, sample in looks:
        condition = getattr(spec, look)
        said = getattr(spec.legend, look) if isinstance(spec.legend, Meanings) else None
        if said and where is not None and (where & (made.texts != "")).any():
            yield SampleEntry(spec_text(said), sample)
        elif said is None and spec.legend and isinstance(condition, Best):
            yield SampleEntry(best_meaning(view, condition, both=_both(view, look, condition)), sample)


def _both(view: View, look: str, best: Best) -> bool:
    """Whether that look tells the highest of some cells and the lowest of others in the figure."""
    specs = (spec for panel in view.figure.panels for spec in (panel, *panel.over))
    conditions = (getattr(text, look) for spec in specs for _, text in spec.settings.texts)
    found = (each for each in conditions if isinstance(each, Best))
    return any(each.best != best.best and (each.rank, each.per) == (best.rank, best.per) for each in found)


def best_meaning(view: View, best: Best, *, both: bool = False) -> Text:
    """Which are the best, in words; `both` where the highest of some cells are, and the lowest of others."""
    rank = _RANKS.get(best.rank, f"{best.rank}{_ending(best.rank)} ")
    within = " and ".join(_name(view, per) for per in best.per if per != "all")
    extreme = "best" if both else "highest" if best.best == "max" else "lowest"
    return Text(f"{rank}{extreme}{within and f' per {within}'}")


def _ending(rank: int) -> str:
    return "th" if rank % 100 in {11, 12, 13} else _ENDINGS.get(rank % 10, "th")


def _name(view: View, per: Within) -> str:
    """The name of what lies along an axis, or of its groups."""
    axis = view.settings.axes.x if per.startswith("x") else view.settings.axes.y
    if per.endswith(".group") and axis.group is not None:
        return str(axis.group.column)
    column = None if axis.column in view.table.defaults.unwritten else axis.column
    return str(column or ("column" if per == "x" else "row"))
