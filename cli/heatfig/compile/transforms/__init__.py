"""Verbs: the language's kinds, as those of the data; a file for each that takes more than a line."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import assert_never

from heatfig.compile.predicates import compiled
from heatfig.compile.transforms.derive import derive
from heatfig.compile.transforms.lookup import lookup
from heatfig.data import transforms as data
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place
from heatfig.diagnostics.origin import Origin, Path
from heatfig.language.panels import PanelSpec
from heatfig.language.read import FigureSpec
from heatfig.language.transforms import Verb
from heatfig.language.transforms.aggregate import AggregateRows
from heatfig.language.transforms.bin import Bin
from heatfig.language.transforms.compare import Compare
from heatfig.language.transforms.derive import Derive
from heatfig.language.transforms.extract import Extract
from heatfig.language.transforms.filter import Filter
from heatfig.language.transforms.lookup import Lookup
from heatfig.language.transforms.rescale import Rescale
from heatfig.language.transforms.symmetrize import Symmetrize
from heatfig.language.walk import kind_step

Verbs = tuple[tuple[data.Verb, At], ...]
Others = Mapping[int, Table]  # the tables that verbs look up in, by the verb's number


def verbs_of(spec: FigureSpec, panel: PanelSpec, others: Others) -> Verbs:
    """The verbs of a panel, each with where it stands; of a file that could not be read there is none."""
    return tuple(_verbs(spec, panel, others))


def _verbs(spec: FigureSpec, panel: PanelSpec, others: Others) -> Iterator[tuple[data.Verb, At]]:
    for index, verb in enumerate(panel.settings.transform):
        path: Path = ("transform", index, *kind_step(verb))
        yield _compiled(verb, others.get(index)), partial(_place, spec, panel.index, path)


def _place(spec: FigureSpec, panel: int, path: Path, *inside: str | int) -> Place:
    return spec.place(Origin(panel, (*path, *inside)))


def _compiled(verb: Verb, other: Table | None) -> data.Verb:
    match verb:
        case Filter():
            return data.Filter(compiled(verb.predicate))
        case Lookup():
            assert other is not None
            return lookup(verb, other)
        case Derive():
            return derive(verb)
        case Extract():
            return data.Extract(str(verb.column), verb.pattern, verb.missing == "keep")
        case Rescale():
            (low, high), (first, last) = verb.source, verb.target
            return data.Rescale(tuple(map(str, verb.columns)), (low, high), (first, last))
        case Bin():
            return data.Bin(str(verb.column), verb.into, verb.width, verb.count, verb.edges)
        case AggregateRows():
            column = None if verb.column is None else str(verb.column)
            return data.Aggregate(tuple(map(str, verb.by)), verb.into, verb.using, column, verb.complete)
        case Compare():
            keep, key = verb.missing == "keep", tuple(map(str, verb.by))
            return data.Compare(str(verb.column), compiled(verb.to), verb.using, key, verb.into, keep)
        case Symmetrize():
            one, other_one = map(str, verb.pair)
            return data.Symmetrize((one, other_one))
    assert_never(verb)
