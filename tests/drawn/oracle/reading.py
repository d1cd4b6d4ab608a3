"""From a spec to what each of its panels must show."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
from oracle.cells import At
from oracle.colors import apart_first
from oracle.conditions import chosen
from oracle.files import defaults, rows_of
from oracle.orders import in_order
from oracle.panel import Wanted
from oracle.predicates import holds
from oracle.spec import Label, Spec, aggregate_of, axis_of, grouped, listed, mapping, merged, spec_of, tracks_of
from oracle.verbs import axis_lookup, transformed

PARTS = ("diagonal", "upper", "lower")


def wanted_panels(spec: str, folder: Path) -> list[Wanted]:
    """What each panel of a spec in a folder must show."""
    figure = spec_of(spec, folder)
    owns: list[Spec] = figure.get("panels", [{}])
    whole = [_panel(figure, own) for own in owns]
    made = [_rows(settings, folder) for settings in whole]
    if "facet" in figure:
        facet = mapping(figure["facet"], "column")
        settings, rows, facts = made[0]
        values = facet.get("order") or list(dict.fromkeys(rows[facet["column"]]))
        parts = [{**settings, "of facet": (facet["column"], value)} for value in values]
        made = [(part, _of_facet(rows, part), facts) for part in parts]
        owns = owns * len(made)
    panels = [Wanted(settings, rows, [], [], facts=facts) for settings, rows, facts in made]
    panels = _ordered(panels, figure.get("share", {}))
    for panel in panels:
        panel.layers.extend(_layers(panel, folder))
    _share_colours(owns, panels, figure.get("share", {}).get("color"))
    together = figure.get("share", {}).get("color") == "true"
    for panel in panels:
        panel.alike.extend(other for other in panels if together or _quantity(other) == _quantity(panel))
    drawn = [layer for panel in panels for layer in (panel, *panel.layers)]
    for layer in drawn:
        layer.all_layers.extend(drawn)
    for panel in panels:
        panel.palette.extend(apart_first([color for layer in drawn for color in layer.all_colors]))
    return panels


def _panel(figure: Spec, own: Spec) -> Spec:
    """A panel's settings; with `scores` of its own it inherits no transform."""
    settings = merged(figure, own)
    if "layers" in settings:
        settings = {**merged(settings, settings["layers"][0]), "bare": settings}
    if "scores" in own and "transform" not in own:
        settings.pop("transform", None)
    return settings


def _layers(panel: Wanted, folder: Path) -> Iterator[Wanted]:
    """What each layer over the first one of a panel must show, which has no texts but its own."""
    bare = panel.settings.get("bare", {})
    bare = {**bare, "of facet": panel.settings.get("of facet", (None, None))}
    known = {key: value for key, value in bare.items() if key not in {"annotations", "layers"}}
    for layer in bare.get("layers", [])[1:]:
        settings, rows, facts = _rows(merged(known, layer), folder)
        rows = _of_facet(rows, settings)
        wanted = Wanted(settings, rows, panel.y, panel.x, panel.hidden, facts=facts, over=True)
        yield wanted


def _of_facet(rows: pd.DataFrame, settings: Spec) -> pd.DataFrame:
    """The rows of a facet; all of a panel that is none."""
    column, value = settings.get("of facet", (None, None))
    return rows if column is None else _kept(rows, rows[column] == value)


def _kept(rows: pd.DataFrame, chosen: "pd.Series[bool]") -> pd.DataFrame:
    """Some rows, with what is known of the columns."""
    found = rows[chosen]
    found.attrs = rows.attrs
    return found


def _rows(settings: Spec, folder: Path) -> tuple[Spec, pd.DataFrame, dict[str, pd.DataFrame]]:
    """Settings with the columns that nobody named, the rows of a panel, and the files of its axes."""
    frame = rows_of(settings, folder)
    names = {key: frame.columns[0] if name == "\0first" else name for key, name in defaults(settings).items()}
    axes: dict[str, Spec] = {axis: {"column": names.get(axis)} | axis_of(settings, axis) for axis in "xy"}
    if axes["x"]["column"] == axes["y"]["column"]:  # a wide file's sides are exchanged
        axes["y"]["column"] = names["x"]
    settings = _with_palettes({**settings, "axes": axes}, folder)
    if "value" in names:
        wide = "x" in names
        unnamed = (
            wide and "value" not in settings and names["value"] == "score" and "values" not in str(settings["scores"])
        )
        settings = {"value": names["value"], "unnamed": unnamed, **settings}
    frame = transformed(frame, settings.get("transform", []), folder)
    if "where" in settings:
        frame = _kept(frame, holds(settings["where"], frame))
    facts = {}
    for axis, asked in axes.items():
        if "lookup" in asked:
            frame, facts[axis] = axis_lookup(frame, asked["column"], asked["lookup"], folder)
    return settings, _named(frame, settings, facts), facts


def _with_palettes(held: Any, folder: Path) -> Any:
    """Settings with the files of categories and their colours read."""
    if isinstance(held, list):
        return [_with_palettes(each, folder) for each in held]
    if not isinstance(held, dict):
        return held
    if str(held.get("categories", "")).endswith(".csv"):
        file = pd.read_csv(folder / held["categories"], dtype=str)
        return {"categories": dict(zip(file.iloc[:, 0], file.iloc[:, 1], strict=True)), "of_file": "true"}
    return {key: _with_palettes(each, folder) for key, each in held.items()}


def _named(frame: pd.DataFrame, settings: Spec, facts: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows with columns named by what they are for."""
    axes = settings["axes"]
    split = mapping(settings.get("split", {}), "column").get("column")
    sources = {"part": split, "text": settings.get("value")}
    for axis in "xy":
        sources |= {axis: axes[axis]["column"], f"{axis}g": grouped(axes[axis]).get("column")}
    counted = settings.get("value") is None  # of rows
    made = {
        name: frame[source] if source else "1" if name == "text" and counted else "" for name, source in sources.items()
    }
    for axis, file in facts.items():
        outer = sources[f"{axis}g"]
        if outer in file:  # each axis has its own file
            made[f"{axis}g"] = frame[axes[axis]["column"]].map(file.set_index(axes[axis]["lookup"]["key"])[outer])
    # A column may itself be called `x`.
    found = pd.concat([frame.drop(columns=list(made), errors="ignore"), pd.DataFrame(made, index=frame.index)], axis=1)
    found.attrs = frame.attrs
    return found


def _ordered(panels: list[Wanted], share: Spec) -> list[Wanted]:
    """Panels with the labels of their axes, which those share that name the same columns."""
    sides = {axis: [_labelled(axis, panel, panels, share.get(axis)) for panel in panels] for axis in "yx"}
    bare = [
        replace(panel, y=_found("y", sides["y"][n]), x=_found("x", sides["x"][n])) for n, panel in enumerate(panels)
    ]
    together = {id(panel): made for panel, made in zip(panels, bare, strict=True)}

    def order(axis: str, number: int, other: list[Label] | None = None) -> list[Label]:
        members = [together[id(member)] for member in sides[axis][number]]
        asked = axis_of(panels[number].settings, axis).get("order", "file")
        if isinstance(asked, dict) and "like" in asked:
            return list(other or [])
        named = asked.get("panel") if isinstance(asked, dict) else None
        first = next((p for p in bare if named is not None and p.settings.get("name") == named), members[0])
        alike = [member for member in members if _quantity(member) == _quantity(first)]
        labels = bare[number].y if axis == "y" else bare[number].x
        bare[number].ordering[axis] = [first] if named is not None else alike
        return in_order(axis, labels, bare[number].ordering[axis])

    found = []
    for number, panel in enumerate(bare):
        y, x = _both(number, panel, order)
        found.append(_masked(replace(panel, y=_turned(panel, "y", y), x=_turned(panel, "x", x))))
    return found


def _masked(panel: Wanted) -> Wanted:
    """The panel without the cells that its mask hides, which count in orders alone."""
    asked = [condition for condition in listed(panel.settings.get("mask", "none")) if condition != "none"]
    hidden = frozenset[At]().union(*(chosen(panel, condition) for condition in asked))
    parts = {part for part in PARTS if any(condition in (part, *_others(part)) for condition in asked)}
    trees = any(kind == "dendrogram" for *_, kind, _ in tracks_of(panel.settings))
    if parts in ({"diagonal", "upper"}, {"diagonal", "lower"}) and not trees:
        return _triangle(panel, parts, hidden)
    return replace(panel, hidden=hidden)


def _others(part: str) -> list[Spec]:
    """The conditions that hold of a part, as they do not of another one."""
    return [{"not": other} for other in PARTS if other != part]


def _triangle(panel: Wanted, parts: set[str], hidden: frozenset[At]) -> Wanted:
    """The panel without the row and the column of which a triangle without its diagonal has no cell."""
    shown = set(panel) - set[At]().union(*(chosen(panel, part) for part in parts))
    rows, columns = (sorted({at[side] for at in shown}) for side in (0, 1))
    y, x = [panel.y[at] for at in rows], [panel.x[at] for at in columns]
    left = {(rows.index(r), columns.index(c), part) for r, c, part in hidden if r in rows and c in columns}
    labels = zip(*(panel.rows[key] for key in ("yg", "y", "xg", "x")), strict=True)
    kept = pd.Series([(yg, row) in y and (xg, column) in x for yg, row, xg, column in labels], panel.rows.index)
    frame = _kept(panel.rows, kept)
    return replace(panel, y=y, x=x, rows=frame, hidden=frozenset(left), square=panel.y)


def _both(
    number: int, panel: Wanted, order: Callable[[str, int, list[Label] | None], list[Label]]
) -> tuple[list[Label], list[Label]]:
    """The labels of both axes; one that stands like the other, or by its lines, comes after it."""
    likes_x = mapping(axis_of(panel.settings, "y").get("order", "file"), "word").keys() & {"like", "lexicographic"}
    if likes_x:
        x = order("x", number, None)
        return order("y", number, x), x
    y = order("y", number, None)
    return y, order("x", number, y)


def _turned(panel: Wanted, axis: str, labels: list[Label]) -> list[Label]:
    return labels[::-1] if axis_of(panel.settings, axis).get("direction") in {"up", "left"} else labels


def _labelled(axis: str, panel: Wanted, panels: list[Wanted], shared: str | None) -> list[Wanted]:
    """The panels that take the labels of an axis from one column, or in wide form from one file."""
    if shared is not None:
        return panels if shared == "true" else [panel]
    return [other for other in panels if _source(axis, other) == _source(axis, panel)]


def _source(axis: str, panel: Wanted) -> object:
    asked = axis_of(panel.settings, axis)
    unwritten = asked["column"] in {"x", "y"}
    return asked["column"], grouped(asked).get("column"), str(panel.settings["scores"]) if unwritten else ""


def _found(axis: str, panels: list[Wanted]) -> list[Label]:
    """The labels of some panels as they first appear, and those of a list that the data lack."""
    asked = axis_of(panels[0].settings, axis)
    rows = [panel.rows for panel in panels]
    if not any("transform" in panel.settings for panel in panels):  # then rows stand in their files
        rows = [pd.concat(rows).sort_index(kind="stable")]
    labels = list(dict.fromkeys(label for each in rows for label in _placed(axis, asked, each)))
    listed = asked.get("order", []) if asked.get("keep_empty") == "true" else []
    return labels + [("", label) for label in listed if label not in {inner for _, inner in labels}]


def _placed(axis: str, asked: Spec, rows: pd.DataFrame) -> list[Label]:
    """The labels of some rows, in first appearance but where a verb gave them an order of their own."""
    found = list(dict.fromkeys(zip(rows[f"{axis}g"], rows[axis], strict=True)))
    position = rows.attrs["positions"].get(asked["column"], {})
    if "scale" in asked and position:  # an empty stretch has its room, too
        return [("", name) for name in position if name]
    return sorted(found, key=lambda label: position.get(label[1], 0))


def _quantity(panel: Wanted) -> object:
    """What the colours show."""
    settings = panel.settings
    return settings.get("value"), aggregate_of(settings).get("using"), str(settings.get("normalize"))


def _share_colours(owns: list[Spec], panels: list[Wanted], shared: str | None) -> None:
    """Tell panels and layers which of them have one norm."""
    alike: dict[object, list[Wanted]] = {}
    for number, (own, panel) in enumerate(zip(owns, panels, strict=True)):
        for at, layer in enumerate((panel, *panel.layers)):
            said = panel.settings["bare"]["layers"][at] if at else own
            alike.setdefault(_shared(said, layer, (number, at), shared), []).append(layer)
    for members in alike.values():
        for layer in members:
            layer.sharing.extend(members)


def _shared(own: Spec, layer: Wanted, at: tuple[int, int], shared: str | None) -> object:
    """What the panels and layers have in common that share one norm."""
    if shared is not None:
        return at[1] if shared == "true" else at
    if _own_colours(own):
        return at
    settings = layer.settings
    stops = mapping(settings.get("colormap", {}), "name").get("stops", {})
    return _quantity(layer), *(str(said) for said in (sorted(stops), settings.get("range"), settings.get("norm")))


def _own_colours(own: Spec) -> bool:
    colormap = own.get("colormap", {})
    return bool(own.keys() & {"range", "norm"}) or (isinstance(colormap, dict) and "stops" in colormap)
