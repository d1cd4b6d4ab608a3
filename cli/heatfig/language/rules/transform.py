"""Rules of the verbs that make one table of another."""

from collections.abc import Sequence
from typing import assert_never

from heatfig.diagnostics.origin import Path
from heatfig.language.rules import Rules
from heatfig.language.transforms import Verb
from heatfig.language.transforms.aggregate import AggregateRows
from heatfig.language.transforms.bin import Bin
from heatfig.language.transforms.compare import Compare
from heatfig.language.transforms.derive import (
    Absolute,
    Add,
    DatePart,
    Derive,
    Divide,
    Joined,
    Log10,
    Map,
    Operation,
    Subtract,
)
from heatfig.language.transforms.extract import Extract
from heatfig.language.transforms.filter import Filter
from heatfig.language.transforms.lookup import Lookup
from heatfig.language.transforms.rescale import Rescale
from heatfig.language.transforms.symmetrize import Symmetrize


def check_transform(verbs: Sequence[Verb], rules: Rules) -> None:
    """The rules of each verb."""
    for index, verb in enumerate(verbs):
        path: Path = ("transform", index)
        match verb:
            case Derive():
                for name, operation in verb.columns.items():
                    _check_operation(operation, (*path, "derive", name), rules)
            case Lookup():
                _check_lookup(verb, (*path, "lookup"), rules)
            case Rescale():
                _check_rescale(verb, (*path, "rescale"), rules)
            case Bin():
                _check_bin(verb, (*path, "bin"), rules)
            case AggregateRows():
                if verb.column is None and verb.using != "count":
                    message = f"`{verb.using}` is of a column: the key 'column' is missing"
                    rules.refuse("missing-key", message, *path, "aggregate", hint="column: COLUMN")
                rules.once(verb.by, *path, "aggregate", "by")
            case Compare():
                rules.once(verb.by, *path, "compare", "key")
            case Symmetrize():
                _pair(verb.pair, "two columns", (*path, "symmetrize"), rules)
                rules.once(verb.pair, *path, "symmetrize")
            case Filter() | Extract():
                pass
            case _:
                assert_never(verb)


def _check_operation(operation: Operation, path: Path, rules: Rules) -> None:
    match operation:
        case Divide():
            _pair(operation.operands, "dividend and divisor", (*path, "divide"), rules)
        case Subtract():
            _pair(operation.operands, "two operands", (*path, "subtract"), rules)
        case Add() | Log10() | Absolute() | DatePart() | Joined() | Map():
            pass
        case _:
            assert_never(operation)


def _check_lookup(verb: Lookup, path: Path, rules: Rules) -> None:
    if verb.columns is None and verb.form == "long":
        message = "the columns to look up are not named: the key 'columns' is missing"
        rules.refuse("missing-key", message, *path, hint="columns: COLUMN")
    for name, listed in (("key", verb.by), ("columns", verb.columns)):
        rules.once(listed if isinstance(listed, tuple) else (), *path, name)
    for name in ("names", "values") if verb.form == "long" else ():
        if getattr(verb, name) is not None:
            message = f"`{name}` is for files in wide form"
            rules.refuse("contradiction", message, *path, name, hint="form: wide, or leave it out")
    if verb.source.separated_by == verb.decimal:
        hint = "separator: ';' is usual with decimal commas"
        rules.refuse("contradiction", "separator and decimal mark are the same", *path, hint=hint)


def _check_rescale(verb: Rescale, path: Path, rules: Rules) -> None:
    rules.once(verb.columns, *path, "columns")
    for name, ends in (("from", verb.source), ("to", verb.target)):
        _pair(ends, "two numbers", (*path, name), rules)
    if len(verb.source) == 2 and verb.source[0] == verb.source[1]:
        message = "a scale goes from one number to another"
        rules.refuse("bad-range", message, *path, "from", hint="such as from: [1, 5]")


def _check_bin(verb: Bin, path: Path, rules: Rules) -> None:
    ways = [name for name in ("width", "count", "edges") if getattr(verb, name) is not None]
    if len(ways) != 1:
        message = "`bin` takes one of `width`, `count` and `edges`"
        rules.refuse("contradiction", message, *path, *ways[1:2], hint="such as width: 0.1")
    for name, number in (("width", verb.width), ("count", verb.count)):
        if number is not None and number <= 0:
            rules.refuse("out-of-bounds", f"a {name} is above zero", *path, name, hint=f"such as {name}: 1")
    edges = verb.edges or ()
    if verb.edges is not None and (len(edges) < 2 or list(edges) != sorted(set(edges))):
        message = "edges are two numbers or more, each above the one before"
        rules.refuse("bad-range", message, *path, "edges", hint="such as [0, 0.5, 1]")


def _pair(items: Sequence[object], wanted: str, path: Path, rules: Rules) -> None:
    if len(items) != 2:
        message = f"expected {wanted}, got {len(items)}"
        rules.refuse("wrong-type", message, *path, hint="a list of two, such as [a, b]")
