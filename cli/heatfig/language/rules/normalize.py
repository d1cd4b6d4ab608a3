"""Rules of what is normalized, within what, and under which name."""

from collections.abc import Iterator

from heatfig.language.model.settings import Settings
from heatfig.language.rules import Rules
from heatfig.language.rules.within import check_within
from heatfig.scales.words import FIELDS, SPREAD, VALUE


def check_normalize(settings: Settings, rules: Rules) -> None:
    """Each result has a name of its own and is within something that the axes have."""
    for index, step in enumerate(settings.normalize):
        check_within(step.per, settings.axes, ("normalize", index, "per"), rules)
        if step.using in {"center", "rank"} and rules.gives("normalize", index, "undefined"):
            message = f"`{step.using}` is defined for all scores"
            rules.refuse("contradiction", message, "normalize", index, "undefined", hint="leave it out")
    _check_names(settings, rules)
    for path, text in settings.texts if any(step.into is None for step in settings.normalize) else ():
        if not {VALUE, SPREAD} <= {str(part.field) for part in text.text.fields}:
            continue
        message = f"the text shows a normalized value beside a spread in the unit of '{settings.quantity}'"
        hint = f"show {{{settings.quantity}}} beside it, or name what is normalized: normalize: {{into: NAME, …}}"
        rules.refuse("contradiction", message, *path, "text", hint=hint)


def _check_names(settings: Settings, rules: Rules) -> None:
    taken = dict.fromkeys([*FIELDS, *_named(settings)])
    for index, step in enumerate(settings.normalize):
        if step.into in taken:
            message = f"a cell holds a field '{step.into}' already"
            rules.refuse("contradiction", message, "normalize", index, "into", hint="give it a name of its own")
        elif step.into is not None:
            taken[step.into] = None


def _named(settings: Settings) -> Iterator[str]:
    for name in (settings.quantity or None, settings.axes.x.column, settings.axes.y.column):
        if name is not None:
            yield str(name)
