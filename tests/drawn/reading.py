"""A spec and its scores read with yaml and pandas alone: every panel's settings, rows and labels."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import yaml
from expected import Label, Spec, Wanted, grouped

_REPLACED = {"range"}


def wanted_panels(path: Path) -> list[Wanted]:
    """What each panel of a spec must show."""
    figure: Spec = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # every scalar a text
    owns: list[Spec] = figure.get("panels", [{}])
    known = [_merged(figure, own) for own in owns]
    whole = [_merged(settings, settings.get("layers", [{}])[0]) for settings in known]
    rows = [_rows(settings, path.parent) for settings in whole]
    if "facet" in figure:
        column = figure["facet"]["column"]
        values = figure["facet"].get("order") or list(dict.fromkeys(rows[0][column]))
        rows = [rows[0][rows[0][column] == value] for value in values]
        owns, whole = owns * len(rows), whole * len(rows)
    panels = []
    for settings, mine in zip(whole, rows, strict=True):
        y, x = (_labels(settings, axis, _labelled(axis, settings, whole, rows)) for axis in "yx")
        panels.append(Wanted(settings, mine, y, x, []))
    for settings, panel in zip(known * len(panels), panels, strict=False):
        panel.layers.extend(_layers(settings, panel, path.parent))
    free = [panel for own, panel in zip(owns, panels, strict=True) if not own.keys() & {"range", "norm"}]
    for panel in panels:
        alike = [other for other in free if other.settings.get("value") == panel.settings.get("value")]
        panel.sharing.extend(alike if panel in free else [panel])
    return panels


def _layers(settings: Spec, panel: Wanted, folder: Path) -> Iterator[Wanted]:
    """What each layer over the first one of a panel must show."""
    for layer in settings.get("layers", [])[1:]:
        said = _merged({key: value for key, value in settings.items() if key != "annotations"}, layer)
        wanted = Wanted(said, _rows(said, folder), panel.y, panel.x, [])
        wanted.sharing.append(wanted)
        yield wanted


def _merged(figure: Spec, own: Spec) -> Spec:
    """A panel's settings over the figure's, mappings key by key."""
    merged = {**figure, **own}
    for key in (figure.keys() & own.keys()) - _REPLACED:
        if isinstance(figure[key], dict) and isinstance(own[key], dict):
            merged[key] = _merged(figure[key], own[key])
    return merged


def _rows(settings: Spec, folder: Path) -> pd.DataFrame:
    """The rows of a panel, with columns named by what they are for."""
    files = settings["scores"] if isinstance(settings["scores"], list) else [settings["scores"]]
    named = [file if isinstance(file, dict) else {"file": file} for file in files]
    frames = [pd.read_csv(folder / file["file"], dtype=str, keep_default_na=False) for file in named]
    frame = pd.concat(frames, ignore_index=True)
    if named[0].get("form") == "wide":
        long = frame.melt(frame.columns[0], var_name="x", value_name="text").set_axis(["y", "x", "text"], axis=1)
        return long.assign(yg="", xg="", part="")
    for column, values in settings.get("where", {}).items():
        frame = frame[frame[column].isin(values if isinstance(values, list) else [values])]
    axes = settings["axes"]
    sources = {axis: axes[axis]["column"] for axis in "xy"} | {
        f"{axis}g": grouped(axes[axis]).get("column") for axis in "xy"
    }
    sources |= {"text": settings["value"], "part": settings.get("split", {}).get("column")}
    return frame.assign(**{name: frame[source] if source else "" for name, source in sources.items()})


def _labelled(axis: str, settings: Spec, whole: list[Spec], rows: list[pd.DataFrame]) -> pd.DataFrame:
    """The rows of all panels that take the labels of an axis from one column, or in wide form from one file."""
    by = _named(axis, settings)
    return pd.concat([held for other, held in zip(whole, rows, strict=True) if _named(axis, other) == by]).sort_index(
        kind="stable"
    )


def _named(axis: str, settings: Spec) -> object:
    asked = settings.get("axes", {}).get(axis, {})
    return asked.get("column") or settings["scores"], grouped(asked).get("column")


def _labels(settings: Spec, axis: str, rows: pd.DataFrame) -> list[Label]:
    """An axis's labels in drawing order: by their groups, and within these by themselves."""
    asked = settings.get("axes", {}).get(axis, {})
    found = list(dict.fromkeys(zip(rows[f"{axis}g"], rows[axis], strict=True)))
    groups = _in_order(grouped(asked).get("order", "file"), [group for group, _ in found])
    labels = _in_order(asked.get("order", "file"), [label for _, label in found])
    if "group" not in asked:
        found = [("", label) for label in labels]
    found.sort(key=lambda pair: (groups.index(pair[0]), labels.index(pair[1])))
    return found[::-1] if asked.get("direction") in {"up", "left"} else found


def _in_order(order: str | list[str], names: list[str]) -> list[str]:
    """Names as they come, sorted, or as listed."""
    if isinstance(order, list):
        return order
    numeric = all(name.replace(".", "").isdigit() for name in names)
    distinct = list(dict.fromkeys(names))
    return sorted(distinct, key=float if numeric else str) if order == "sorted" else distinct
