"""What the legend says of a panel: of its colours, its hatches, and the looks of its texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from decode import RGB
from oracle.colors import PAPER, named
from oracle.conditions import chosen
from oracle.numerals import number
from oracle.panel import Wanted
from oracle.spec import Spec, axis_of, fewest_of, grouped, listed, mapping, marks_of, texts_of, tracks_of
from oracle.strips import bars_of, heading_of, label_of, strip_of
from oracle.words import LEVELS, SIGN

RANKS = {1: "", 2: "second ", 3: "third "}


@dataclass(frozen=True)
class Entry:
    """A line of the legend, behind a swatch of a colour or a sample of a text."""

    label: str
    swatch: RGB | None = None
    sample: str = ""


def entries(panel: Wanted) -> Iterator[Entry]:
    """All that the legend says of a panel."""
    if panel.settings.get("legend") == "none":
        return
    written = isinstance(mapping(panel.settings.get("colormap", {}), "name").get("categories"), dict)
    of_file = "of_file" in mapping(panel.settings.get("colormap", {}), "name")
    labels = mapping(panel.settings.get("colormap", {}), "name").get("labels", {})
    for text, color in panel.categories.items() if panel.settings.get("colorbar") != "none" else ():
        if (written and not of_file) or text in panel.drawn:
            yield Entry(labels.get(text, text), color)
    for at in panel:
        if panel.score(at) is None and panel.meaning(at):
            yield Entry(panel.meaning(at), panel.color(at))
    for side, _, kind, asked in tracks_of(panel.settings):
        if kind == "strip":
            strip = strip_of(panel, side, asked)
            if strip.colors is None and asked.get("named") != "true":
                yield from (
                    Entry(asked.get("labels", {}).get(name, name), color) for name, color in strip.legend.items()
                )
        elif kind == "bars":
            for each in bars_of(panel, asked):
                if "stacked" in asked and heading_of(panel, kind, each):
                    yield Entry(heading_of(panel, kind, each), named(each["color"]))
    yield from _of_marks(panel)
    yield from _of_looks(panel)
    yield from _of_few(panel)


def _of_marks(panel: Wanted) -> Iterator[Entry]:
    for kind, asked in marks_of(panel.settings):
        if kind == "stars" and asked.get("legend", "true") == "true":
            for count, level in enumerate(asked.get("levels", LEVELS), start=1):
                yield Entry(f"{asked.get('label', asked['field'])} < {number(float(level), None)}", sample="*" * count)
        elif kind == "outline" and "label" not in asked and _is_best(asked["where"]) and chosen(panel, asked["where"]):
            yield Entry(_of_rank(panel, asked["where"]), PAPER)
        elif asked.get("label") and chosen(panel, asked["where"]):
            yield Entry(asked["label"], None if kind == "symbol" else PAPER, asked.get("text", ""))


def _of_few(panel: Wanted) -> Iterator[Entry]:
    fewest, counts = fewest_of(panel.settings), panel.field("count")
    if any(0 < counts.get(at, 0) < fewest for at in panel):
        yield Entry(f"fewer than {fewest:,} repeats", sample=SIGN)


def _of_looks(panel: Wanted) -> Iterator[Entry]:
    for asked in texts_of(panel.settings):
        legend = asked.get("legend", "true")
        said = legend if isinstance(legend, dict) else {}
        for key, sample in (("bold", "bold"), ("italic", "italic"), ("underline", "underlined")):
            condition = asked.get(key, "false")
            if key in said:
                holds = chosen(panel, condition, asked["text"]) & chosen(panel, asked.get("where", "true"))
                if said[key] and any(panel.score(at) is not None for at in holds):
                    yield Entry(said[key], sample=sample)
            elif _is_best(condition) and legend != "false":
                yield Entry(_of_rank(panel, condition), sample=sample)


def _is_best(condition: Any) -> bool:
    return isinstance(condition, dict) and condition.get("best") in {"max", "min"}


def _of_rank(panel: Wanted, best: Spec) -> str:
    """Which are the best, in words."""
    names = [_name(panel, per) for per in listed(best.get("per", "all")) if per != "all"]
    words = f"{RANKS[int(best.get('rank', 1))]}{'highest' if best['best'] == 'max' else 'lowest'}"
    return words + (f" per {' and '.join(names)}" if names else "")


def headings(panel: Wanted) -> Iterator[str]:
    """What the legend explains of a panel that has a name."""
    if panel.categories:
        yield str(mapping(panel.settings["colormap"], "name").get("heading", panel.settings["value"]))
    for side, _, kind, asked in tracks_of(panel.settings):
        if kind == "strip" and strip_of(panel, side, asked).colors is None and asked.get("named") != "true":
            yield label_of(asked) or asked["field"]
        elif kind == "bars" and "stacked" in asked and heading_of(panel, kind, asked):
            yield heading_of(panel, kind, asked)


def _name(panel: Wanted, per: str) -> str:
    axis, scores = axis_of(panel.settings, per[0]), str(panel.settings["scores"])
    if axis["column"] == "x" and "wide" in scores and "names" not in scores:  # the columns of a file have no name
        return {"x": "column", "y": "row"}[per]
    return str(grouped(axis)["column"] if per.endswith(".group") else axis["column"])
