"""Numbers of a row that are made of others."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, assert_never

import numpy as np

from heatfig.data.columns.arrays import Floats, Kinds, Numbers
from heatfig.data.columns.operations import bounded, combined_kinds, divided, logarithms
from heatfig.data.table import At, Table
from heatfig.plan.grid import SCORED
from heatfig.runtime.deferred import dataclass

# A column, a number, or several of them, which are multiplied.
Operand = str | float | tuple[str | float, ...]


@dataclass(frozen=True)
class Divide:
    """The first operand divided by the second."""

    operands: tuple[Operand, Operand]
    key: ClassVar[str] = "divide"


@dataclass(frozen=True)
class Subtract:
    """The first operand less the second."""

    operands: tuple[Operand, Operand]
    key: ClassVar[str] = "subtract"


@dataclass(frozen=True)
class Add:
    """The sum of the operands."""

    operands: tuple[Operand, ...]
    key: ClassVar[str] = "add"


@dataclass(frozen=True)
class Log10:
    """The logarithm to base 10."""

    of: Operand
    key: ClassVar[str] = "log10"


@dataclass(frozen=True)
class Absolute:
    """A number without its sign."""

    of: Operand
    key: ClassVar[str] = "abs"


Arithmetic = Divide | Subtract | Add | Log10 | Absolute


def computed(operation: Arithmetic, table: Table, at: At) -> Numbers:
    """The result for each row, and the kind of missing where there is none."""
    within = partial(at, operation.key)
    with np.errstate(over="ignore", invalid="ignore"):
        if isinstance(operation, Log10 | Absolute):
            read = [_operand(operation.of, table, within)]
        else:
            read = _operands(operation.operands, table, within)
        kinds = combined_kinds(read)
        return bounded(_results(operation, [each.values for each in read], kinds), kinds)


def _results(operation: Arithmetic, values: Sequence[Floats], kinds: Kinds) -> Floats:
    """The result for each row; where there is none, its kind of missing is put among the kinds."""
    match operation:
        case Divide():
            return divided(values[0], values[1], kinds)
        case Subtract():
            return values[0] - values[1]
        case Add():
            return np.asarray(np.sum(values, axis=0), np.float64)
        case Absolute():
            return np.abs(values[0])
        case Log10():
            return logarithms(values[0], kinds)
        case _:
            assert_never(operation)


def _operands(operands: Sequence[Operand], table: Table, at: At) -> list[Numbers]:
    return [_operand(operand, table, partial(at, index)) for index, operand in enumerate(operands)]


def _operand(operand: Operand, table: Table, at: At) -> Numbers:
    """A column's numbers, or a number in all rows, or the product of several of them."""
    if isinstance(operand, tuple):
        read = _operands(operand, table, at)
        return Numbers(np.prod([each.values for each in read], axis=0), combined_kinds(read), {})
    if isinstance(operand, str):
        return table.numbers(operand, at())
    return Numbers(np.full(len(table), operand), np.full(len(table), SCORED, np.int16), {})
