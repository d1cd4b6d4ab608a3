"""Rules of which column stands where: none makes two things of a grid."""

from collections.abc import Iterator

from heatfig.diagnostics.origin import Path
from heatfig.language.model.page import Facet
from heatfig.language.model.settings import Settings
from heatfig.language.rules import Rules


def check_columns(settings: Settings, facet: Facet | None, rules: Rules) -> None:
    """No column lies along two axes, or splits what an axis holds apart already."""
    taken: dict[str, Path] = {}
    looking_up = {name for name in ("y", "x") if settings.axes.of(name).lookup is not None}
    for column, path in parting(settings, facet):
        if path[1] in looking_up and "group" in path:  # each axis may look it up, in a file of its own
            continue
        if column in taken and rules.is_valid(*path):
            one, other = (".".join(map(str, at)) for at in (taken[column], path))
            message = f"`{one}` and `{other}` both name '{column}'"
            hint = "each takes its labels from a column of its own"
            if one.startswith("facet") or other.startswith("facet"):
                hint += "; for a side of one label, make one: transform: [{derive: {all: {text: All}}}]"
            rules.refuse("contradiction", message, *path, hint=hint)
        taken.setdefault(column, path)


def parting(settings: Settings, facet: Facet | None) -> Iterator[tuple[str, Path]]:
    """The columns by which rows come into different cells, and where each is named."""
    for name, axis in (("y", settings.axes.y), ("x", settings.axes.x)):
        if axis.column is not None:
            yield axis.column, ("axes", name, "column")
        if axis.group is not None:
            yield axis.group.column, ("axes", name, "group", "column")
    if settings.split is not None:
        yield settings.split.column, ("split", "column")
    if facet is not None:
        yield facet.column, ("facet", "column")
