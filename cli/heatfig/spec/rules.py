"""Rules between fields: what no single key can hold on its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from heatfig.codes import Code
from heatfig.diagnostics import Report
from heatfig.origin import Path, touched
from heatfig.spec.model.axes import Axis
from heatfig.spec.model.figure import Document
from heatfig.spec.model.settings import Settings
from heatfig.spec.nodes import Mapping
from heatfig.spec.source import Source

_ALONG = {"x": ("bottom", "top"), "y": ("left", "right")}
_DIRECTIONS = {"x": ("right", "left"), "y": ("down", "up")}


@dataclass(frozen=True)
class _Rules:
    """Notes what breaks a rule, and where, beside the paths of what is broken already."""

    node: Mapping
    source: Source
    report: Report
    broken: set[Path]

    def refuse(self, code: Code, message: str, *path: str | int, hint: str = "") -> None:
        self.broken.add(path)
        self.report.add(code, message, self.source.place(self.node, path), hint)

    def whole(self, *path: str | int) -> bool:
        """Whether nothing at `path` is broken, so that rules over it can be asked."""
        return not touched(path, self.broken)

    def once(self, items: Iterable[str] | None, *path: str | int) -> None:
        """Every item of a list stands once."""
        seen: set[str] = set()
        for index, item in enumerate(items or ()):
            if item in seen:
                self.refuse("listed-twice", f"'{item}' is listed twice", *path, index, hint="take one out")
            seen.add(item)


def check_document(
    document: Document, node: Mapping, broken: frozenset[Path], source: Source, report: Report
) -> frozenset[Path]:
    """The rules of the figure as a whole; gives back the broken paths with those that break a rule."""
    rules = _Rules(node, source, report, set(broken))
    if document.panels is not None and document.facet is not None:
        rules.refuse("contradiction", "`panels` and `facet` cannot both hold", "facet", hint="keep one of them")
    if document.facet is not None and document.scores and document.scores[0].form == "wide":
        message = "`facet` needs named columns, and the score file is in wide form"
        rules.refuse("contradiction", message, "facet", hint="use the long form: one score a row")
    if document.panels == []:
        rules.refuse("empty-list", "`panels` lists no panel", "panels", hint="leave it out for a single panel")
    if document.formats == []:
        rules.refuse("empty-list", "`formats` lists no format", "formats", hint="png, pdf, svg")
    rules.once(document.formats, "formats")
    if not 10 <= document.dpi <= 4800:
        rules.refuse("out-of-bounds", f"{document.dpi:g} dpi is out of bounds", "dpi", hint="from 10 to 4800")
    if not 1 <= document.font.size <= 200:
        rules.refuse("out-of-bounds", "the font size is out of bounds", "font", "size", hint="from 1 to 200 points")
    if not document.font.family:
        rules.refuse("empty-list", "`family` lists no font", "font", "family", hint="leave it out for DejaVu Sans")
    if document.layout.columns is not None and document.layout.columns < 1:
        rules.refuse("out-of-bounds", "a row holds at least one panel", "layout", "columns", hint="1 or more")
    if document.facet is not None:
        rules.once(document.facet.order, "facet", "order")
    if rules.whole("size"):
        _check_size(document, rules)
    return frozenset(rules.broken)


def _check_size(document: Document, rules: _Rules) -> None:
    size = document.size
    if size.cell is not None and (size.width is not None or size.height is not None):
        message = "the size of a cell and of the page cannot both be given"
        rules.refuse("contradiction", message, "size", "cell", hint="keep one of them")
    if size.cell is not None and len(size.cell) not in {1, 2}:
        message = f"expected one length, or width and height, got {len(size.cell)} lengths"
        rules.refuse("wrong-type", message, "size", "cell", hint="such as cell: 8mm or [12mm, 8mm]")
    if size.height is not None and size.width is None:
        rules.refuse("missing-key", "a page height needs a width", "size", hint="add width, or give height up")
    for name, lengths in (("width", [size.width]), ("height", [size.height]), ("cell", size.cell or [])):
        if any(length is not None and length <= 0 for length in lengths):
            rules.refuse("out-of-bounds", f"a {name} is more than nothing", "size", name, hint="such as 85mm")


def check_settings(
    settings: Settings, node: Mapping, broken: frozenset[Path], source: Source, report: Report
) -> frozenset[Path]:
    """The rules of one panel with the figure's settings merged in, but those that need a broken key.

    Gives back the broken paths with those that break a rule.
    """
    rules = _Rules(node, source, report, set(broken))
    if rules.whole("scores"):
        _check_scores(settings, rules)
    if rules.whole("range") and rules.whole("norm"):
        _check_range(settings, rules)
    if rules.whole("colormap"):
        _check_colormap(settings, rules)
    if settings.cells == "image" and settings.gap:
        rules.refuse("contradiction", "cells drawn as an image have no gaps", "gap", hint="cells: vector")
    for name, axis in (("x", settings.axes.x), ("y", settings.axes.y)):
        if rules.whole("axes", name):
            _check_axis(axis, name, rules)
    if rules.whole("split") and rules.whole("strip"):
        _check_parts(settings, node, rules)
    return frozenset(rules.broken)


def _check_parts(settings: Settings, node: Mapping, rules: _Rules) -> None:
    if settings.split is not None:
        rules.once(settings.split.order, "split", "order")
        if settings.split.keep_empty and settings.split.order is None:
            message = "`keep_empty` needs an `order` that is a list"
            rules.refuse("contradiction", message, "split", "keep_empty", hint="order: [PART, …]")
    for index, strip in enumerate(settings.strip):
        path: Path = ("strip", index) if isinstance(node["strip"], list) else ("strip",)
        if strip.side is not None and strip.side not in _ALONG[strip.axis]:
            allowed = " or ".join(_ALONG[strip.axis])
            hint = "leave `side` out, or change `axis`"
            rules.refuse(
                "contradiction", f"a strip along {strip.axis} stands at the {allowed}", *path, "side", hint=hint
            )
        if strip.axis == "y" and settings.split is not None and strip.column == settings.split.column:
            hint = "axis: x"
            message = "the parts of a cell stand side by side, so their strip runs along x"
            rules.refuse("contradiction", message, *path, "axis", hint=hint)
        if not strip.colors:
            hint = "colors: {CATEGORY: COLOUR, …}"
            rules.refuse("empty-list", "a strip needs the colours of its categories", *path, "colors", hint=hint)


def _check_scores(settings: Settings, rules: _Rules) -> None:
    if not settings.scores:
        hint = "scores: FILE.csv"
        rules.refuse("missing-key", "no score file is named: the key 'scores' is missing", "scores", hint=hint)
        return
    for index, file in enumerate(settings.scores):
        if file.separator == file.decimal:
            hint = "separator: ';' is usual with decimal commas"
            path = ("scores", index) if isinstance(rules.node["scores"], list) else ("scores",)
            rules.refuse("contradiction", "separator and decimal mark are the same", *path, hint=hint)
    forms = {file.form for file in settings.scores}
    if len(forms) > 1 or (forms == {"wide"} and len(settings.scores) > 1):
        hint = "one wide file a panel, or several long ones"
        rules.refuse("contradiction", "these score files cannot be joined", "scores", hint=hint)
    elif forms == {"wide"}:
        _check_wide(settings, rules)
    elif len({file.decimal for file in settings.scores}) > 1:
        hint = "save them with one decimal mark"
        rules.refuse("contradiction", "these score files write decimals in two ways", "scores", hint=hint)
    else:
        rules.once((file.file for file in settings.scores), "scores")
        _check_long(settings, rules)


def _check_long(settings: Settings, rules: _Rules) -> None:
    if settings.value is None and rules.whole("value"):
        hint = "value: COLUMN; for a matrix with a header say scores: {file: FILE, form: wide}"
        message = "the column of the scores is not named: the key 'value' is missing"
        rules.refuse("missing-key", message, "value", hint=hint)
    for name, axis in (("x", settings.axes.x), ("y", settings.axes.y)):
        if axis.column is None and rules.whole("axes", name, "column"):
            hint = f"axes: {{{name}: {{column: COLUMN}}}}"
            message = f"the column of the {name} axis is not named: the key 'column' is missing"
            rules.refuse("missing-key", message, "axes", name, hint=hint)


def _check_wide(settings: Settings, rules: _Rules) -> None:
    bold = settings.annotations != "none" and settings.annotations.bold
    given: list[tuple[object, Path]] = [
        (settings.axes.x.column, ("axes", "x", "column")),
        (settings.axes.y.column, ("axes", "y", "column")),
        (settings.axes.x.group, ("axes", "x", "group")),
        (settings.axes.y.group, ("axes", "y", "group")),
        (settings.where, ("where",)),
        (settings.aggregate, ("aggregate",)),
        (settings.split, ("split",)),
        (settings.strip, ("strip",)),
        (bold, ("annotations", "bold")),
    ]
    for value, path in given:
        if value or value == "":
            message = f"`{path[-1]}` needs named columns, and the score file is in wide form"
            rules.refuse("contradiction", message, *path, hint="use the long form: one score a row")


def _check_range(settings: Settings, rules: _Rules) -> None:
    low, high, center = settings.range.min, settings.range.max, settings.range.center
    if low is not None and high is not None and low >= high:
        hint = "to reverse the colours, write `_r` after the colormap's name" if low > high else ""
        rules.refuse("bad-range", f"the range's min {low:g} is not below its max {high:g}", "range", hint=hint)
    elif center is not None and not (low is None or low < center) & (high is None or center < high):
        inside = " and ".join(
            [*([f"above {low:g}"] if low is not None else []), *([f"below {high:g}"] if high is not None else [])]
        )
        message = f"the center {center:g} is not inside the range"
        rules.refuse("bad-range", message, "range", "center", hint=f"a center {inside}")
    if settings.norm == "two-slope" and center is None:
        rules.refuse("contradiction", "`two-slope` needs a center", "norm", hint="range: {center: 0}")
    if settings.norm == "log":
        if center is not None:
            hint = "leave it out, or take norm: linear or two-slope"
            rules.refuse("contradiction", "a log norm has no center", "range", "center", hint=hint)
        for name, limit in (("min", low), ("max", high)):
            if limit is not None and limit <= 0:
                message = f"the {name} of a log norm is above 0, not {limit:g}"
                rules.refuse("bad-range", message, "range", name, hint="such as 1e-3")
    if settings.colorbar == "none":
        return
    for index, tick in enumerate(settings.colorbar.ticks or ()):
        if (low is not None and tick < low) or (high is not None and tick > high):
            hint = f"the range is {'…' if low is None else f'{low:g}'} to {'…' if high is None else f'{high:g}'}"
            message = f"the tick {tick:g} is outside the range"
            rules.refuse("tick-outside", message, "colorbar", "ticks", index, hint=hint)


def _check_colormap(settings: Settings, rules: _Rules) -> None:
    colormap = settings.colormap
    if (colormap.name is None) == (colormap.colors is None):
        hint = "keep one of them" if colormap.name else "name: NAME, or colors: [COLOUR, COLOUR, …]"
        rules.refuse("contradiction", "a colormap has either a name or colors", "colormap", hint=hint)
    if colormap.colors is not None and len(colormap.colors) < 2:
        hint = "such as [white, '#08306b']"
        rules.refuse("empty-list", "blending takes two colours or more", "colormap", "colors", hint=hint)
    if not 0 <= colormap.first < colormap.last <= 1:
        message = f"from {colormap.first:g} to {colormap.last:g} is no part of 0 to 1"
        hint = "from: 0.2 and to: 0.9 leave out both ends; `_r` after the name reverses it"
        rules.refuse("bad-range", message, "colormap", hint=hint)


def _check_axis(axis: Axis, name: str, rules: _Rules) -> None:
    path = ("axes", name)
    for key, value, allowed in (("side", axis.side, _ALONG), ("direction", axis.direction, _DIRECTIONS)):
        if value is not None and value not in allowed[name]:
            words = " or ".join(allowed[name])
            rules.refuse("contradiction", f"the {key} of {name} is {words}, not {value}", *path, key)
    if isinstance(axis.order, list):
        rules.once(axis.order, *path, "order")
        if axis.group is not None:
            hint = "order: {GROUP: [LABEL, …], …}"
            rules.refuse("contradiction", "with `group` an order maps groups to labels", *path, "order", hint=hint)
    if isinstance(axis.order, dict):
        if axis.group is None:
            rules.refuse("contradiction", "an order of groups needs `group`", *path, "order", hint="group: COLUMN")
        for group, labels in axis.order.items():
            rules.once(labels, *path, "order", group)
    if axis.keep_empty and isinstance(axis.order, str):
        message = "`keep_empty` needs an `order` that is a list"
        rules.refuse("contradiction", message, *path, "keep_empty", hint="order: [LABEL, …]")
    if axis.group_labels and axis.group is None:
        rules.refuse("contradiction", "`group_labels` needs `group`", *path, "group_labels", hint="group: COLUMN")
    if isinstance(axis.ticks, list):
        rules.once(axis.ticks, *path, "ticks")
