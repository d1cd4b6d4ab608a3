"""The label sets of the panels' axes: one shared by all, or a panel's own."""

from collections.abc import Iterator

from heatfig.compile.facets import View
from heatfig.compile.labels import Found, Label, LabelSet, label_set
from heatfig.compile.observations import Along, Long
from heatfig.data.columns import appearing
from heatfig.diagnostics import Report
from heatfig.language.model.axes import Axis
from heatfig.language.read import FigureSpec, PanelSpec


def label_sets(
    spec: FigureSpec, views: list[View], longs: dict[int, Long], report: Report
) -> dict[tuple[int, str], LabelSet]:
    """The label sets by panel and axis; what is wrong with one is noted, and it is left out."""
    sets: dict[tuple[int, str], LabelSet] = {}
    for name in ("y", "x"):
        for group in _sharing(spec, views, name):
            found = _found(group, longs, name)
            for alike in _alike(group, name):
                with report.collecting():
                    made = _made(spec, alike[0], found, name)
                    if found.exact:
                        sets.update({(view.index, name): made for view in alike})
    return sets


def _sharing(spec: FigureSpec, views: list[View], name: str) -> Iterator[list[View]]:
    """The panels that have their labels in common: those whose axis has one column, and in wide form one file."""
    groups: dict[object, list[View]] = {}
    for view in views:
        groups.setdefault(_shared_by(spec, view.spec, name), []).append(view)
    for by, group in groups.items():
        meant = {panel.index for panel in spec.panels if _shared_by(spec, panel, name) == by}
        if meant == {view.spec.index for view in group} and not any(_unnamed(view, name) for view in group):
            yield group


def _shared_by(spec: FigureSpec, panel: PanelSpec, name: str) -> object:
    axis, asked = getattr(panel.settings.axes, name), getattr(spec.document.share, name)
    if asked is not None:
        return () if asked else panel.index
    files = () if axis.column is not None else tuple(file.file for file in panel.settings.scores)
    return axis.column, axis.group and axis.group.column, files


def _alike(group: list[View], name: str) -> list[list[View]]:
    """The panels that show their labels in one way: all that say nothing of the axis themselves, and each other."""
    shared = [view for view in group if not view.spec.sets("axes", name)]
    return [*([shared] if shared else []), *([view] for view in group if view.spec.sets("axes", name))]


def _found(group: list[View], longs: dict[int, Long], name: str) -> Found:
    labels = _in_order(group, longs, name)
    others = [inner for _, inner in _in_order(group, longs, "x" if name == "y" else "y")]
    return Found(labels, others, all(member.selection.exact for member in group))


def _made(spec: FigureSpec, view: View, found: Found, name: str) -> LabelSet:
    axis: Axis = getattr(view.settings.axes, name)
    header = view.rows.tables[0].columns[0].strip() if name == "y" else ""
    return label_set(spec, view.spec.index, name, axis, found, axis.column or header or None)


def _unnamed(view: View, name: str) -> bool:
    """Whether what decides the labels along an axis is broken, or a column of theirs not there."""
    axis: Axis = getattr(view.settings.axes, name)
    lost = any(view.spec.lost("axes", name, key) for key in ("column", "group", "order", "keep_empty"))
    return lost or bool({axis.column, axis.group and axis.group.column} & view.selection.lacking)


def _in_order(group: list[View], longs: dict[int, Long], name: str) -> list[Label]:
    """Labels of several panels in the order of the file's rows, not of the panels."""
    alongs: list[Along] = [getattr(longs[view.index], name) for view in group]
    if len(group) == 1 or any(view.rows.tables != group[0].rows.tables for view in group):
        return list(dict.fromkeys(label for along in alongs for label in along.labels))
    first: dict[Label, tuple[int, int]] = {}
    for view, along in zip(group, alongs, strict=True):
        _, places = appearing(along.codes, len(along.labels))
        # Along x of a wide file the labels stand in the header.
        rows = view.rows.chosen[places] if len(along.codes) == len(view.rows.chosen) else places
        for label, *at in zip(along.labels, rows.tolist(), places.tolist(), strict=True):
            first[label] = min((at[0], at[1]), first.get(label, (at[0], at[1])))
    return sorted(first, key=first.__getitem__)
