"""What the forms can say beyond what the language says with them: each kind of union with records of its own."""

from typing import Annotated, Any

import pytest

from heatfig.diagnostics import Report
from heatfig.language.build import Builder
from heatfig.language.columns import columns_of
from heatfig.language.conditions.predicate import Predicate
from heatfig.language.desugar import Desugarer
from heatfig.language.forms import Record, Short
from heatfig.language.hints import KINDS, ONE_TOO, key, record
from heatfig.language.location import Location
from heatfig.language.merge import merged
from heatfig.language.nodes import INVALID
from heatfig.language.notes import Notes
from heatfig.language.parse import parse
from heatfig.language.scalars import Boolean, Field, Flags, Label, Number


@record(Short(scalar="field"), kind="bars")
class Bars:
    """Bars."""

    field: Field = key("what they show")
    label: Label | None = key("their label", default=None)


@record(kind="tree")
class Tree:
    """A tree."""

    depth: Number = key("how deep", default=1.0)


@record()
class By:
    """An order by a field."""

    by: Field = key("what by")
    descending: Boolean = key("which way", default=False)


@record()
class Like:
    """An order like another's."""

    like: Label = key("whose")


@record()
class Best:
    """The best."""

    best: Label = key("how")


@record()
class Whole:
    """All of them."""

    tracks: Annotated[tuple[Annotated[Bars | Tree, KINDS], ...], ONE_TOO] = key("tracks", default=())
    order: By | Like | tuple[Label, ...] = key("order", default=())
    bold: Boolean | Flags | Predicate | Best = key("condition", default=False)


WHOLE = Record(Whole)


def read(text: str, under: str = "{}") -> tuple[Any, list[str]]:
    """What a text over another is read as, and what is said of it."""
    notes, report = Notes(), Report()
    nodes = []
    for content in (under, text):
        source = parse(content.encode(), "f.yaml")
        nodes.append(Desugarer(source, notes).full(source.root, WHOLE, Location()))
    made = INVALID if INVALID in nodes else Builder(source, report).record(Whole, merged(nodes[0], nodes[1], [], WHOLE))
    notes.report_to(report)
    return made, [found.message for found in report.diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "{tracks: [{bars: p}, tree]}",
        "{tracks: [{bars: {field: p}}, {tree: {}}]}",
        "{tracks: [{bars: {field: p}}, tree]}",
    ],
)
def test_an_item_of_a_list_of_kinds_is_its_kind_its_first_argument_or_all_of_them(text: str) -> None:
    made, said = read(text)
    assert (made.tracks, said) == ((Bars(field=made.tracks[0].field), Tree()), [])


def test_a_kind_alone_stands_for_a_list_of_it() -> None:
    assert read("{tracks: tree}")[0].tracks == (Tree(),)
    assert read("{tracks: {tree: {depth: 2}}}")[0].tracks == (Tree(depth=2),)


def test_a_mapping_is_of_the_kind_whose_own_key_it_holds() -> None:
    assert isinstance(read("{order: {like: y}}")[0].order, Like)
    assert read("{order: {by: f, descending: true}}")[0].order.descending
    assert read("{order: {by: f, like: y}}")[1] == ["`by` and `like` cannot be used together"]


def test_it_merges_into_its_own_kind_alone() -> None:
    under = "{order: {by: f, descending: true}}"
    assert read("{order: {by: g}}", under)[0].order.descending
    assert isinstance(read("{order: {like: y}}", under)[0].order, Like)
    assert read("{order: {descending: false}}", under)[0].order.by == "f"
    assert read("{order: [a]}", under)[0].order == ("a",)
    assert read("{order: {descending: true}}")[1] == ["the key 'by' or 'like' is missing"]


def test_a_mapping_without_a_key_of_a_kind_has_keys_of_the_users_own() -> None:
    assert read("{bold: {best: max}}")[0].bold == Best(best="max")
    made, said = read("{bold: {n: {min: 3}, best_of: x}}")
    assert (list(made.bold), said) == (["n", "best_of"], [])
    assert [use.column for use in columns_of(made)] == ["n", "best_of"]
    assert read("{bold: is_best}")[0].bold == "is_best"
    assert read("{bold: true}")[0].bold is True


def test_columns_are_found_within_kinds_at_their_paths() -> None:
    made, _ = read("{tracks: [tree, {bars: p}, {bars: value}], order: {by: f}}")
    assert [(use.column, use.path) for use in columns_of(made)] == [
        ("p", ("tracks", 1, "bars", "field")),
        ("value", ("tracks", 2, "bars", "field")),
        ("f", ("order", "by")),
    ]
