"""Lists and mappings of the language that hold nothing: each has a meaning, or is told."""

from collections.abc import Iterator
from typing import Any, assert_never

import pytest
import yaml

from heatfig.diagnostics import Problems, Report
from heatfig.language.forms import Atom, Form, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import arguments_of, keys_of
from heatfig.language.keys import DOCUMENT
from heatfig.language.parse import parse
from heatfig.language.read import read_partly

# What may be empty, as it takes back what the figure says for its panels, or renames nothing, or leaves nothing out.
NONE_OF_IT = {
    *("aggregate.columns: {}", "axes.x.group.labels: {}", "axes.x.labels: {}", "axes.x.lines: []"),
    *("axes.x.lookup.parse: {}", "beside.bottom: []", "beside.left: []", "beside.right: []"),
    *("beside.left.0.box.where: {}", "beside.left.0.violin.where: {}"),
    *("beside.left.0.bars.where: {}", "beside.left.0.dendrogram.colors: []", "beside.left.0.line.where: {}"),
    *("beside.left.0.margin.where: {}", "beside.left.0.points.where: {}", "beside.left.0.strip.labels: {}"),
    *("beside.left.0.strip.where: {}", "beside.left.0.text.where: {}", "beside.top: []", "colormap.labels: {}"),
    *("axes.x.group.order.by.0.where: {}", "beside.left.0.bars.stacked.0.where: {}", "facet.labels: {}"),
    *("marks: []", "mask: []", "missing.tokens: {}", "normalize: []", "scores.0.keep: []", "scores.0.parse: {}"),
    *("transform: []", "transform.0.lookup.parse: {}", "where: {}"),
    *(f"panels.0.{key}" for key in ("marks: []", "mask: []", "normalize: []", "transform: []", "where: {}")),
}


def places(form: Form, path: tuple[str | int, ...], known: set[type]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """The path of each list and each mapping of free keys, once a record, and that with nothing in it."""
    match form:
        case Record():
            if form.cls not in known:
                known.add(form.cls)
                for key in keys_of(form.cls).values():
                    yield from places(key.form, (*path, key.name), known)
        case Kinds():
            for kind, record in form.kinds.items():
                yield from places(arguments_of(record), (*path, kind), known)
        case OneOf():
            for member in form.members:
                yield from places(member, path, known)
        case ListOf():
            yield path, []
            yield from places(form.item, (*path, 0), known)
        case MapOf():
            yield path, {}
            yield from places(form.value, (*path, "some"), known)
        case Atom() | Words():
            pass
        case _:
            assert_never(form)


def nested(path: tuple[str | int, ...], value: Any) -> Any:
    for step in reversed(path):
        value = [value] if step == 0 else {step: value}
    return value


EMPTY = {f"{'.'.join(map(str, path))}: {value}": nested(path, value) for path, value in places(DOCUMENT, (), set())}
EMPTY["scores.0.rows: []"] = {"scores": [{"file": "w.csv", "form": "wide", "rows": []}]}


def told(spec: dict[str, Any]) -> set[str]:
    """What is said of a mapping or a list in which nothing stands, or in other words at its very place."""
    report = Report()
    text = yaml.safe_dump(spec, default_flow_style=True, width=10**9)
    column = next(text.index(nothing) + 1 for nothing in ("[]", "{}") if nothing in text)
    try:
        read_partly(parse(text.encode(), "fig.yaml"), report)
    except Problems as problems:
        report.diagnostics += problems.diagnostics
    return {one.message for one in report.diagnostics if one.place is not None and one.place.column == column}


@pytest.mark.parametrize("place", EMPTY)
def test_what_is_empty_says_none_of_it_or_is_told(place: str) -> None:
    assert bool(told(EMPTY[place])) is (place not in NONE_OF_IT)


def test_what_may_be_empty_is_in_the_language() -> None:
    assert set(EMPTY) >= NONE_OF_IT
