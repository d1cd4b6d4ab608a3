"""The keys of axes: those of all panels that share an axis, and empty ones that the spec keeps."""

from collections.abc import Iterator

from heatfig.compile.axes.defaults import written
from heatfig.compile.axes.keys import AxisKeys, checked_keys
from heatfig.compile.axes.scale import Edges, bin_edges, with_empty_bins
from heatfig.compile.axes.sides import SideKeys, keys_along
from heatfig.compile.view import View
from heatfig.data.index import Index
from heatfig.diagnostics import Report
from heatfig.language.model.axes import Axis
from heatfig.language.panels import PanelSpec
from heatfig.language.read import FigureSpec
from heatfig.plan.key import Key
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import AXES, AxisName, other_axis


@dataclass(frozen=True, eq=False)
class Domain:
    """The keys of an axis in the order of the file; `views` show them alike, `sharing` are all with these keys."""

    name: AxisName
    views: tuple[View, ...]
    index: Index
    sharing: tuple[View, ...]
    edges: Edges | None = None  # of the bins that the keys are

    @property
    def axis(self) -> Axis:
        """What the spec says of the axis."""
        return self.views[0].settings.axes.of(self.name)


def domains(views: list[View], report: Report) -> list[Domain]:
    """The domains of all axes; one with problems is noted and left out."""
    held = {(view.index, name): keys_along(view, name) for view in views for name in AXES}
    found: list[Domain] = []
    for name in ("y", "x"):
        for group in _sharing(views, name):
            keys = _found(group, held, name)
            for alike in _alike(group, name):
                with report.collecting():
                    index = Index(tuple(checked_keys(alike[0], name, keys)))
                    edges = bin_edges(alike, name)
                    if keys.exact:
                        keys_there = with_empty_bins(index, edges)
                        found.append(Domain(name, tuple(alike), keys_there, tuple(group), edges))
    return found


def _sharing(views: list[View], name: AxisName) -> Iterator[list[View]]:
    """Groups of panels that share their labels: those with the same column, or without one the same file."""
    spec = views[0].figure
    if _shared(spec, name) is False:
        yield from ([view] for view in views if not _unnamed(view, name))
        return
    groups: dict[object, list[View]] = {}
    for view in views:
        groups.setdefault(_shared_by(spec, view.spec, name), []).append(view)
    for by, group in groups.items():
        meant = {panel.index for panel in spec.panels if _shared_by(spec, panel, name) == by}
        if meant == {view.spec.index for view in group} and not any(_unnamed(view, name) for view in group):
            yield group


def _shared(spec: FigureSpec, name: AxisName) -> bool | None:
    """Whether the spec says that panels share an axis; None if it does not say."""
    share = spec.document.share
    return share.y if name == "y" else share.x


def _shared_by(spec: FigureSpec, panel: PanelSpec, name: AxisName) -> object:
    if _shared(spec, name):
        return ()
    axis, column = panel.settings.axes.of(name), written(panel.settings).along(name)
    files = () if column is not None else tuple(file.file for file in panel.settings.scores)
    return column, axis.group and axis.group.column, files


def _alike(group: list[View], name: AxisName) -> list[list[View]]:
    """The panels that show their labels alike: all without own settings of the axis, and each other panel alone."""
    shared = [view for view in group if not view.spec.sets("axes", name)]
    return [*([shared] if shared else []), *([view] for view in group if view.spec.sets("axes", name))]


def _unnamed(view: View, name: AxisName) -> bool:
    """Whether the labels along an axis are unknown, as a setting is invalid or a column is missing."""
    axis = view.settings.axes.of(name)
    invalid = any(view.spec.is_invalid("axes", name, key) for key in ("column", "group", "order", "keep_empty"))
    return invalid or bool({axis.column, axis.group and axis.group.column} & view.selection.lacking)


def _found(group: list[View], held: dict[tuple[int, AxisName], SideKeys], name: AxisName) -> AxisKeys:
    other = other_axis(name)
    others = [key.label for view in group for key in held[view.index, other].index.keys]
    return AxisKeys(_in_order(group, held, name), others, all(member.selection.exact for member in group))


def _in_order(group: list[View], held: dict[tuple[int, AxisName], SideKeys], name: AxisName) -> list[Key]:
    """The keys of several panels in the order of the file, whichever panel they are in."""
    alongs = [held[view.index, name] for view in group]
    if len(group) == 1 or any(view.selection.whole is not group[0].selection.whole for view in group):
        return list(dict.fromkeys(key for along in alongs for key in along.index.keys))
    first: dict[Key, tuple[int, int]] = {}
    for along in alongs:
        for place, (key, row) in enumerate(zip(along.index.keys, along.firsts.tolist(), strict=True)):
            first[key] = min((row, place), first.get(key, (row, place)))
    return sorted(first, key=first.__getitem__)
