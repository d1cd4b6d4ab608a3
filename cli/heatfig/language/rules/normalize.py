"""Rules of what is normalized, within what, and under which name."""

from collections.abc import Iterator

from heatfig.language.model.normalize import Normalize
from heatfig.language.model.settings import Settings
from heatfig.language.rules import Rules
from heatfig.language.templates import FIELDS, SPREAD, VALUE
from heatfig.scales.sides import AxisName

_CROSSED: dict[str, AxisName] = {"x": "x", "x.group": "x", "y": "y", "y.group": "y"}


def check_normalize(settings: Settings, rules: Rules) -> None:
    """Each result has a name of its own and is within something that the axes have."""
    for index, asked in enumerate(settings.normalize):
        _check_within(settings, index, asked, rules)
    _check_names(settings, rules)
    for path, text in settings.texts if any(asked.into is None for asked in settings.normalize) else ():
        if not {VALUE, SPREAD} <= {str(part.field) for part in text.text.fields}:
            continue
        message = f"the text shows a normalized value beside a spread in the unit of '{settings.quantity}'"
        hint = f"show {{{settings.quantity}}} beside it, or name what is normalized: normalize: {{into: NAME, …}}"
        rules.refuse("contradiction", message, *path, "text", hint=hint)


def _check_within(settings: Settings, index: int, asked: Normalize, rules: Rules) -> None:
    path = ("normalize", index, "per")
    if not asked.per:
        rules.refuse("empty-list", "`per` lists nothing", *path, hint="leave it out for the whole grid")
    sides = [_CROSSED.get(within, "") for within in asked.per]
    for number, (within, side) in enumerate(zip(asked.per, sides, strict=True)):
        if side in sides[:number] or (within == "all" and len(sides) > 1):
            message = f"`{within}` is crossed with `{asked.per[number - 1]}`"
            rules.refuse("contradiction", message, *path, number, hint="such as [x, y.group]")
        elif within in {"x.group", "y.group"} and settings.axes.of(_CROSSED[within]).group is None:
            message = f"the {side} axis has no groups"
            rules.refuse("contradiction", message, *path, number, hint=f"axes: {{{side}: {{group: COLUMN}}}}")


def _check_names(settings: Settings, rules: Rules) -> None:
    taken = dict.fromkeys([*FIELDS, *_named(settings)])
    for index, asked in enumerate(settings.normalize):
        if asked.into in taken:
            message = f"a cell holds a field '{asked.into}' already"
            rules.refuse("contradiction", message, "normalize", index, "into", hint="give it a name of its own")
        elif asked.into is not None:
            taken[asked.into] = None


def _named(settings: Settings) -> Iterator[str]:
    for name in (settings.quantity or None, settings.axes.x.column, settings.axes.y.column):
        if name is not None:
            yield str(name)
