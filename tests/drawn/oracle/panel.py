"""What one panel must show, worked out from its spec and scores without heatfig's own code."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd
from by_matplotlib import opaque
from decode import RGB
from matplotlib.colors import Colormap, Normalize
from oracle.cells import At, Cells, Fields
from oracle.colors import PAPER, Colors, named, palette
from oracle.numerals import REASONS, fields_in, filled, in_ascii, number, shown_as
from oracle.spec import Spec, axis_of, grouped, mapping, missing_of, normalizes, texts_of, tokens_of

SMALL = 0.3  # of the area of the largest shape


@dataclass(frozen=True, eq=False, repr=False)
class Wanted(Cells):
    """A panel with the texts and colours that it shows.

    The panels in `sharing` share its norm; those in `alike` show the same quantity, itself among them; an axis stands
    in order over those in `ordering`. `layers` are drawn over it, each one `over` another; `all_layers` are those of
    the figure. `facts` are the files that say more of the labels of an axis, by its name. `looks` are the colours that
    heatfig chose for the kinds of missing, which no spec says; `palette` those of categories, those that no score
    of the figure has before the others.
    """

    sharing: "list[Wanted]" = field(default_factory=list)
    alike: "list[Wanted]" = field(default_factory=list)
    ordering: "dict[str, list[Wanted]]" = field(default_factory=dict)
    layers: "list[Wanted]" = field(default_factory=list)
    all_layers: "list[Wanted]" = field(default_factory=list)
    over: bool = False
    facts: dict[str, pd.DataFrame] = field(default_factory=dict)
    looks: dict[str, RGB] = field(default_factory=dict)
    palette: list[str] = field(default_factory=list)

    def ticks(self, axis: str) -> list[str]:
        """The texts of the tick labels that are shown, or of all where there are as many as fit."""
        asked, labels = axis_of(self.settings, axis), [label for _, label in (self.x if axis == "x" else self.y)]
        backwards = asked.get("direction") in {"up", "left"}
        shown = asked.get("ticks", "all")
        if isinstance(shown, dict):
            onward = labels[::-1] if backwards else labels
            labels = [label for label in labels if label in _stepped(onward, shown["every"])]
        elif isinstance(shown, list):
            labels = [label for label in labels if label in shown]
        return [] if shown == "none" else [self.label_text(axis, label) for label in labels]

    def label_text(self, axis: str, label: str) -> str:
        """What is shown in place of a label."""
        asked = axis_of(self.settings, axis)
        texts = asked.get("labels", {})
        if isinstance(texts, str):
            facts = self.fact_of(axis, label)
            return filled(texts, {(c, form): shown_as(facts[c], form) for c, form in fields_in(texts)})
        if label in texts:
            return str(texts[label])
        literal = label.replace("$", r"\$")
        if "format" not in asked or "%" in asked["format"]:
            return literal.replace("-", "−") if self.is_bin(label) else literal
        between = " to " if " to " in label else "–"
        return between.join(number(float(end), asked["format"]) for end in label.split(between))

    @staticmethod
    def is_bin(label: str) -> bool:
        """Whether a label is that of a bin with a negative edge, such as `-1.5 to -0.5`."""
        return " to " in label and all(end.strip("-").replace(".", "", 1).isdigit() for end in label.split(" to "))

    def fact_of(self, axis: str, label: str) -> dict[str, str]:
        """What rows and files say of a label."""
        asked = axis_of(self.settings, axis)
        rows = self.rows[self.rows[axis] == label].to_dict("records")
        found = {str(name): text for name, text in rows[0].items()} if rows else {asked.get("column", "x"): label}
        if axis in self.facts:
            row = self.facts[axis].set_index(asked["lookup"]["key"], drop=False).loc[label]
            found |= {str(name): str(text) for name, text in row.items()}
        return found

    def groups(self, axis: str) -> list[str]:
        """The labels of the outer level, each said once a run."""
        names = [group for group, _ in (self.x if axis == "x" else self.y)]
        texts = grouped(axis_of(self.settings, axis)).get("labels", {})
        runs = [name for index, name in enumerate(names) if name and names[index - 1 : index] != [name]]
        return [texts.get(name, name.replace("$", r"\$")) for name in runs]

    def annotation(self, at: At) -> str | None:
        """A cell's first text, None where it has none."""
        asked = texts_of(self.settings)
        return self.filled(asked[0]["text"], at) if asked and self.score(at) is not None else None

    def filled(self, text: str, at: At) -> str:
        """A template with what a cell holds."""
        return filled(
            text, {(name, form): shown_as(self._fields(name).get(at), form) for name, form in fields_in(text)}
        )

    def field(self, name: str) -> Fields:
        """What each cell holds, or the label of its class, where each class has one."""
        norm = mapping(self.settings.get("norm", {}), "name")
        if name == "class" and len(norm.get("labels", ())) == len(self.colors.edges) - 1:
            scores = {at: score for at in self if (score := self.score(at)) is not None}
            inner = self.colors.edges[1:-1]
            return {at: norm["labels"][np.searchsorted(inner, score, "right")] for at, score in scores.items()}
        return super().field(name)

    def _fields(self, name: str) -> Fields:
        if name not in self._known:
            self._known[name] = self.field(name)
        return self._known[name]

    @cached_property
    def _known(self) -> dict[str, Fields]:
        return {}

    @property
    def _form(self) -> str | None:
        """The format in which the texts of cells show their score."""
        fields = [each for asked in texts_of(self.settings) for each in fields_in(asked["text"])]
        own = {"value", self.settings.get("value")} if not normalizes(self.settings) else {"value"}
        return next((form for name, form in fields if name in own), None)

    def title(self, at: At) -> str:
        """What the SVG shows on hover."""
        form, score = self._form, self.score(at)
        part = f", {self.parts[at[2]]}" if "split" in self.settings else ""
        shown = self.meaning(at) or "missing" if score is None else self.shown(score, form)
        row, column = (" / ".join(filter(None, key)) for key in (self.y[at[0]], self.x[at[1]]))
        over = [f"; {layer.told(at)}" for layer in self.layers if layer.score(at) is not None]
        return f"{row} → {column}{part}: {shown}{self._told_size(at)}{''.join(over)}"

    def told(self, at: At) -> str:
        """A score of a layer over another in words."""
        score = self.score(at)
        shown = "" if score is None else number(score, self._form).replace("−", "-")
        return f"{self.settings['value']} {shown}{self._told_size(at)}"

    def _told_size(self, at: At) -> str:
        """What a shape has its size of, where that is not the score."""
        size = self.size(at)
        if size is None or self.sized["field"] in {"value", self.settings.get("value")}:
            return ""
        return f" ({self.sized['field']}: {number(size, None)})"

    def covers(self, at: At, spot: str) -> bool:
        """Whether a text at that spot of a cell stands on what is drawn there, rather than on what is below."""
        if self.score(at) is None:
            return not self.over
        asked = self.settings.get("cells", {})
        if not isinstance(asked, dict) or (asked.get("shape", "square") == "square" and "size" not in asked):
            return True
        size = self.size(at)
        return asked.get("fill") != "none" and spot == "center" and (size is None or size >= SMALL * self.largest)

    def shown(self, score: float, form: str | None) -> str:
        """A score as a machine reads it, or its text."""
        return self.texts[int(score)] if self.categorical else in_ascii(score, form)

    @cached_property
    def categories(self) -> dict[str, RGB]:
        """The colours of scores that are texts, in the order of the legend."""
        asked = mapping(self.settings.get("colormap", {}), "name").get("categories", {})
        if isinstance(asked, dict):
            return {text: named(color) for text, color in asked.items()}
        used = list(dict.fromkeys(text for panel in self.sharing for text in panel.texts))
        return dict(zip(used, palette(asked, len(used)), strict=False))

    @property
    def drawn(self) -> set[str]:
        """The texts that are scores of cells that are drawn."""
        return {self.texts[int(score)] for score in self.scores} if self.categorical else set()

    @cached_property
    def colors(self) -> Colors:
        """The colours of scores, over all panels that share them."""
        return Colors(self.settings, [score for panel in self.sharing for score in panel.scores])

    @property
    def largest(self) -> float:
        """The size that fills a cell."""
        asked = self.sized.get("range", {})
        most = asked.get("max") if isinstance(asked, dict) else asked[1]
        alike = (
            [self] if asked or not self.all_layers else [one for one in self.all_layers if one.size_of == self.size_of]
        )
        sizes = (size for panel in alike for at in panel if (size := panel.size(at)) is not None)
        return max(sizes) if most is None else float(most)

    @property
    def size_of(self) -> list[object]:
        """What its shapes have the sizes of; those that have them of the same are as large."""
        field = self.sized.get("field")
        return [self.settings.get("value") if field == "value" else field, self.settings.get("aggregate")]

    @property
    def scores(self) -> list[float]:
        """The scores of all cells that have one."""
        return [score for at in self if (score := self.score(at)) is not None]

    @property
    def limits(self) -> tuple[float, float, float | None]:
        """The norm's limits and center."""
        return self.colors.limits

    @property
    def scale(self) -> Normalize:
        """How scores stand along the colorbar."""
        return self.colors.scale

    @property
    def colormap(self) -> Colormap:
        """The colours for scores from low to high."""
        return self.colors.colormap

    @property
    def all_colors(self) -> list[RGB]:
        """The colours that a score may have."""
        if self.categorical:
            return [*self.categories.values()]
        outside = mapping(self.settings.get("colormap", {}), "name")
        ends = [named(outside[end]) for end in ("under", "over") if end in outside]
        return [opaque(self.colormap(at / 255)) for at in range(256)] + ends

    def color_of(self, score: float) -> RGB:
        """The colour of a score."""
        if self.categorical:
            return self.categories[self.texts[int(score)]]
        return self.colors.of(score)

    def color(self, at: At) -> RGB:
        """The colour of a cell."""
        score = self.score(at)
        if score is not None and self.size(at) == 0:
            return PAPER
        asked = self.settings.get("cells")
        fill = asked.get("fill", "score") if isinstance(asked, dict) else "score"
        if score is not None and fill not in {"score", "none"}:
            return named(fill)
        return self.missing_color(at) if score is None else self.color_of(score)

    def missing_color(self, at: At) -> RGB:
        """The colour of a cell without a score, by what its field holds; where the spec says none, by its meaning."""
        color = self._kind(at).get("color") or missing_of(self.settings).get("color")
        return self.looks[self.meaning(at)] if color is None else named(color)

    def meaning(self, at: At) -> str:
        """What the legend says of a cell without a score."""
        label: str = self._kind(at).get("label") or missing_of(self.settings).get("label", "no score")
        return label

    def missing_text(self, at: At) -> str:
        """What stands in a cell without a score."""
        kind = self._kind(at)
        return str(kind.get("text", "") if kind else missing_of(self.settings).get("text", ""))

    def _kind(self, at: At) -> Spec:
        """The first kind of missing among the rows of a cell; nothing for the plain one."""
        if reason := self.undefined(at):
            return {"label": reason}
        tokens = tokens_of(self.settings) | {reason: {"label": reason} for reason in REASONS}
        texts = [row["text"].strip() for row in self.cells.get(at, ())]
        if not texts or any(text not in tokens for text in texts):
            return {}
        return next(kind for token, kind in tokens.items() if token in texts)


def _stepped(labels: list[str], every: str) -> list[str]:
    """Every so many labels from the first, or the first of each year, month, …"""
    if every.isdigit():
        return labels[:: int(every)]
    length = {"year": 4, "month": 7, "day": 10, "hour": 13}[every]
    return [label for at, label in enumerate(labels) if label[:length] not in {other[:length] for other in labels[:at]}]
