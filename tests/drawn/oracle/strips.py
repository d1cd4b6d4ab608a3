"""Tracks beside a grid: the numbers, texts and colours that they must show of each label."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from decode import RGB
from oracle.aggregates import apart
from oracle.colors import Colors, named, palette
from oracle.numerals import fields_in, filled, number, value_of
from oracle.orders import numbers_along, summarized
from oracle.panel import Wanted
from oracle.spec import Label, Spec, aggregate_of, listed, mapping, normalizes, texts_of, tracks_of

FIELDS = {"value", "count", "spread"}
USUAL = "#7d8ca3"
GREYS = {"name": "Greys", "from": "0.15", "to": "0.85"}


def along(panel: Wanted, side: str) -> tuple[str, list[Label]]:
    """The axis along a side, and its labels as they are drawn."""
    return ("y", panel.y) if side in {"left", "right"} else ("x", panel.x)


def numbers_of(panel: Wanted, side: str, asked: Spec) -> list[float | None]:
    """The summary of each label along a side."""
    axis, labels = along(panel, side)
    return summarized([panel], axis, labels, asked)


def values_of(panel: Wanted, side: str, asked: Spec) -> list[list[float]]:
    """All numbers of each label along a side."""
    axis, labels = along(panel, side)
    held = numbers_along([panel], axis, labels, asked)
    return [held[label] for label in labels]


def shared_numbers(kind: str, panel: Wanted, side: str, asked: Spec) -> list[float]:
    """The numbers of all tracks that have one scale with one: of its kind, that show the same along the same axis."""

    def shows(axis: str, track: Spec) -> tuple[object, ...]:
        return axis, track["field"], track.get("using")

    axis, _ = along(panel, side)
    found = [
        number
        for other in panel.alike
        for there, _, its, track in tracks_of(other.settings)
        if its == kind and shows(along(other, there)[0], track) == shows(axis, asked)
        for number in numbers_of(other, there, track)
    ]
    return [number for number in found if number is not None]


def spreads_of(panel: Wanted, side: str, asked: Spec) -> list[float | None]:
    """How far the numbers of each label lie apart."""
    axis, labels = along(panel, side)
    held = numbers_along([panel], axis, labels, asked)
    return [apart(held[label], asked["spread"]) for label in labels]


def bars_of(panel: Wanted, asked: Spec) -> list[Spec]:
    """The bars of a track that follow each other, with their colours; of other tracks the only one."""
    stacked = [mapping(each, "field") for each in listed(asked.get("stacked", []))]
    if not stacked:
        return [{"color": USUAL, **asked}]
    return [{"color": panel.palette[number], **each} for number, each in enumerate(stacked)]


def fact(panel: Wanted, axis: str, label: Label, column: str) -> str | None:
    """What a column says of a label: by a file of the axis, or by the panel's rows."""
    if axis in panel.facts and column in panel.facts[axis]:
        return panel.fact_of(axis, label[1])[column]
    rows = panel.rows[(panel.rows[axis] == label[1]) & (panel.rows[f"{axis}g"] == label[0])]
    if column in rows.columns and len(rows):
        return str(rows[column].iloc[0])
    return panel.fact_of(axis, label[1]).get(column)


def texts_along(panel: Wanted, side: str, asked: Spec) -> list[str]:
    """The text at each label; none where a field has no value."""
    axis, labels = along(panel, side)
    columns: dict[tuple[str, str | None], list[Any]] = {}
    for name, form in fields_in(asked["text"]):
        if "using" in asked or name in FIELDS:
            found: list[Any] = numbers_of(panel, side, asked | {"field": name})
            columns[name, form] = [None if each is None else number(each, form) for each in found]
        else:
            facts = [fact(panel, axis, label, name) for label in labels]
            columns[name, form] = [number(value_of(each), form) if each and form else each for each in facts]
    rows = [{key: held[at] for key, held in columns.items()} for at in range(len(labels))]
    return ["" if None in row.values() else filled(asked["text"], row) for row in rows]


def dressed(panel: Wanted, side: str, kind: str, asked: Spec) -> tuple[Wanted, str]:
    """The panel as conditions in a margin or text see it, and the template of the number that these look at first."""
    across = 0 if along(panel, side)[0] == "y" else 1
    if kind == "margin":
        numbers, template = numbers_of(panel, side, asked), f"{{value:{asked.get('format') or _form(panel) or '.9g'}}}"
    else:
        number, numbers = next(
            ((each, found) for each in fields_in(asked["text"]) if (found := _numbers(panel, side, asked, each[0]))),
            (("value", None), list[float | None]()),
        )
        template = "{value}" if number[1] is None else f"{{value:{number[1]}}}"
    at_label = {at: numbers[at[across]] for at in panel if numbers}
    return replace(panel, numbers={at: number for at, number in at_label.items() if number is not None}), template


def _numbers(panel: Wanted, side: str, asked: Spec, name: str) -> list[float | None]:
    """The numbers of a field of a text at each label; none at all where it is one of texts."""
    if "using" in asked or name in FIELDS:
        return numbers_of(panel, side, asked | {"field": name})
    axis, labels = along(panel, side)
    facts = [value_of(fact(panel, axis, label, name) or "") for label in labels]
    return [] if any(map(np.isnan, facts)) else list(facts)


@dataclass(frozen=True)
class StripOf:
    """The colour of each label, or of each part of it; `colors` where they are those of numbers."""

    shown: list[list[RGB | None]]
    legend: dict[str, RGB]
    colors: Colors | None


def strip_of(panel: Wanted, side: str, asked: Spec) -> StripOf:
    """What a strip shows."""
    axis, labels = along(panel, side)
    field = asked["field"]
    if "using" in asked or field in FIELDS:
        return _of_numbers(asked, numbers_of(panel, side, asked), shared_numbers("strip", panel, side, asked))
    if field == mapping(panel.settings.get("split", {}), "column").get("column"):
        return _of_texts(panel, asked, [list(panel.parts) for _ in labels])
    texts = [fact(panel, axis, label, field) or "" for label in labels]
    categories = "categories" in mapping(asked.get("colormap", {}), "name")
    if categories or any(np.isnan(value_of(text)) for text in texts if text):
        return _of_texts(panel, asked, [[text] for text in texts])
    numbers = [value_of(text) if text else None for text in texts]
    shown = [value_of(str(text)) for text in panel.rows[field]] if field in panel.rows else []
    return _of_numbers(asked, numbers, [n for n in shown or numbers if n is not None and not np.isnan(n)])


def _of_numbers(asked: Spec, numbers: list[float | None], over: list[float]) -> StripOf:
    colors = Colors(asked, over, GREYS)
    return StripOf([[None if each is None else colors.of(each)] for each in numbers], {}, colors)


def _of_texts(panel: Wanted, asked: Spec, rows: list[list[str]]) -> StripOf:
    said = asked.get("colormap")
    held = list(panel.rows[asked["field"]]) if asked["field"] in panel.rows else []
    used = [text for text in dict.fromkeys([*held, *(text for row in rows for text in row)]) if text]
    match said:
        case {"categories": dict(categories)}:
            colors = {text: named(color) for text, color in categories.items()}
        case list():
            colors = dict(zip(used, map(named, said), strict=False))
        case (str() as name) | {"categories": str(name)} | ({"cubehelix": _} as name):
            colors = dict(zip(used, palette(name, len(used)), strict=False))
        case _:
            colors = dict(zip(used, map(named, panel.palette), strict=False))
    written = isinstance(said, dict) and isinstance(said.get("categories"), dict) and "of_file" not in said
    legend = colors if written else {t: c for t, c in colors.items() if any(t in row for row in rows)}
    return StripOf([[colors.get(text) for text in row] for row in rows], legend, None)


def margin_of(panel: Wanted, side: str, asked: Spec) -> tuple[list[RGB | None], list[str], Colors | None]:
    """The colours and texts of a margin, and its own scale where it has one."""
    numbers = numbers_of(panel, side, asked)
    of_grid = asked["field"] in {"value", panel.settings.get("value")} and asked.get("using") in {
        "mean", "median", "min", "max"
    }  # fmt: skip
    own = None
    if not of_grid or "colormap" in asked:
        own = Colors(asked, shared_numbers("margin", panel, side, asked), GREYS)
    color = panel.color_of if own is None else own.of
    form = asked.get("format") or _form(panel)
    texts = ["" if each is None or form is None else number(each, form) for each in numbers]
    return [None if each is None else color(each) for each in numbers], texts, own


def _form(panel: Wanted) -> str | None:
    """The format in which cells show their value."""
    asked = texts_of(panel.settings)
    if not asked:
        return None
    named_value = {"value"} if normalizes(panel.settings) else {"value", panel.settings.get("value")}
    forms = [form for each in asked for name, form in fields_in(each["text"]) if name in named_value and form]
    return forms[0] if forms else ".3g"


def label_of(asked: Spec) -> str | None:
    """What a track is called by its spec."""
    return mapping(asked["label"], "text").get("text") if "label" in asked else None


def heading_of(panel: Wanted, kind: str, asked: Spec) -> str:
    """What is written over a track that shows numbers."""
    said = label_of(asked)
    if said is not None or kind in {"strip", "text"}:
        return said or ""
    if "stacked" in asked:
        labels = {
            heading_of(panel, kind, {k: v for k, v in bar.items() if k != "label"}) for bar in bars_of(panel, asked)
        }
        return labels.pop() if len(labels) == 1 else ""
    settings = panel.settings
    name = asked["field"]
    if name == "value":
        name = quantity(settings)
    return " ".join(filter(None, (asked.get("using", ""), name)))


def quantity(settings: Spec) -> str:
    """What the value is called, if somebody called it anything."""
    if settings.get("unnamed"):
        return ""
    return str(settings.get("value", "count" if aggregate_of(settings).get("using") == "count" else ""))
