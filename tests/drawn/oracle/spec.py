"""A spec read with yaml alone: its panels' settings, merged and with short forms written out."""

from pathlib import Path
from typing import Any, cast

import yaml

Spec = dict[str, Any]
Label = tuple[str, str]  # group, inner label

REPLACED = {"range", "stops", "categories"}
KINDS = {"name", "colors", "stops", "categories"}  # of which a colormap has one
SIDES = ("left", "right", "top", "bottom")


class Texts(yaml.SafeLoader):
    """Every scalar a text; what is merged by `<<` is."""


Texts.yaml_implicit_resolvers = {"<": yaml.SafeLoader.yaml_implicit_resolvers["<"]}


def spec_of(text: str, folder: Path) -> Spec:
    """A spec over the one that it extends, every scalar a text."""
    spec: Spec = yaml.load(text, Texts)
    if "extends" in spec:
        under = folder / spec.pop("extends")
        spec = merged(spec_of(under.read_text("utf-8"), under.parent), spec)
    return {key: value for key, value in spec.items() if not key.startswith("x-")}


def merged(under: Spec, over: Spec) -> Spec:
    """Settings over others: mappings key by key, unless they are of two kinds; `default` takes back."""
    under, over = _written_out(under), _written_out(over)
    found = {**under, **over}
    for key in under.keys() & over.keys():
        if over[key] == "default" or (over[key] == "none" and key in {"facet", "split"}):
            del found[key]
        elif key not in REPLACED and _of_one_kind(under[key], over[key]):
            found[key] = merged(under[key], over[key])
    return found


def _written_out(said: Spec) -> Spec:
    """Settings with the name of a colormap as the mapping that it is short for."""
    name = said.get("colormap")
    return {**said, "colormap": {"name": name}} if isinstance(name, str) and name != "default" else said


def _of_one_kind(one: Any, other: Any) -> bool:
    """Whether two settings are mappings that go together."""
    both = isinstance(one, dict) and isinstance(other, dict)
    return both and not (one.keys() ^ other.keys()) & KINDS


def axis_of(settings: Spec, name: str) -> Spec:
    """What is said of an axis."""
    return mapping(settings.get("axes", {}).get(name, {}), "column")


def grouped(axis: Spec) -> Spec:
    """What an axis says of its groups; nothing where it has none."""
    return mapping(axis.get("group", {}), "column")


def mapping(said: Any, first: str) -> Spec:
    """A mapping, or what its short form says of its first key."""
    return said if isinstance(said, dict) else {first: said}


def points_of(length: str) -> float:
    """A length in points."""
    return float(length[:-2]) * {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}[length[-2:]]


def listed(said: Any) -> list[Any]:
    """A list, or the one thing that stands for it."""
    return said if isinstance(said, list) else [said]


def kinds(said: Any, firsts: dict[str, str]) -> list[tuple[str, Spec]]:
    """Items of a list of kinds, each with its arguments."""
    items = [(item, {}) if isinstance(item, str) else next(iter(item.items())) for item in listed(said)]
    items = [(kind, {"stacked": said} if kind == "bars" and isinstance(said, list) else said) for kind, said in items]
    return [(kind, mapping(arguments, firsts.get(kind, "field"))) for kind, arguments in items]


def marks_of(settings: Spec) -> list[tuple[str, Spec]]:
    """The marks of a panel."""
    said = settings.get("marks", "none")
    return [] if said == "none" else kinds(said, {"symbol": "where", "outline": "where", "hatch": "where"})


def tracks_of(settings: Spec) -> list[tuple[str, int, str, Spec]]:
    """What stands beside a grid: its side, its number there from the grid outward, its kind and arguments."""
    beside = settings.get("beside", {})
    return [
        (side, number, kind, asked)
        for side in SIDES
        for number, (kind, asked) in enumerate(kinds(beside.get(side, []), {"text": "text", "labels": "only"}))
    ]


def texts_of(settings: Spec) -> list[Spec]:
    """The texts in each cell, their templates written out."""
    said = settings.get("annotations", "none")
    found = [mapping(each, "text") for each in listed(said) if each != "none"]
    return [{**each, "text": template(each.get("text", "{value}"))} for each in found]


def template(said: str) -> str:
    """A template, or that of a bare number format."""
    return said if "{" in said else f"{{value:{said}}}"


def of_outer_panels(settings: Spec) -> bool:
    """Whether only the outer ones of panels have the labels that they share."""
    layout = settings.get("layout", {})
    return isinstance(layout, dict) and layout.get("labels") == "outer"


def aggregate_of(settings: Spec) -> Spec:
    """How several scores become one; nothing where they may not be several."""
    return mapping(settings["aggregate"], "using") if "aggregate" in settings else {}


def fewest_of(settings: Spec) -> int:
    """How many scores a cell is to have, where fewer are marked; 0 where none are."""
    repeats = aggregate_of(settings).get("repeats", {})
    return int(repeats["least"]) if isinstance(repeats, dict) and repeats.get("fewer") == "mark" else 0


def normalizes(settings: Spec) -> list[Spec]:
    """What becomes of scores by those around them, in turn."""
    said = settings.get("normalize", "none")
    return [] if said == "none" else [mapping(each, "using") for each in listed(said)]


def tokens_of(settings: Spec) -> dict[str, Spec]:
    """The texts in place of scores, and what each means."""
    tokens = missing_of(settings).get("tokens", {})
    return {token: mapping(said, "label") for token, said in tokens.items()}


def missing_of(settings: Spec) -> Spec:
    """How cells without a score look."""
    said = settings.get("missing", {})
    return {"color": "white", "label": "", "hatch": "none"} if said == "blank" else cast(Spec, said)


def range_of(asked: Spec) -> Spec:
    """The range of colours that something asks for."""
    said = asked.get("range", {})
    return dict(zip(("min", "max"), said, strict=True)) if isinstance(said, list) else cast(Spec, said)
