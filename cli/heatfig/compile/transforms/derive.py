"""derive: how each new column is made."""

from typing import assert_never

from heatfig.data.transforms import arithmetic
from heatfig.data.transforms import derive as data
from heatfig.language.scalars import ColumnRef
from heatfig.language.transforms.derive import (
    Absolute,
    Add,
    DatePart,
    Derive,
    Divide,
    Joined,
    Log10,
    Map,
    Operand,
    Operation,
    Subtract,
)


def derive(verb: Derive) -> data.Derive:
    """The verb over tables."""
    return data.Derive({name: _operation(operation) for name, operation in verb.columns.items()})


def _operation(operation: Operation) -> data.Operation:
    match operation:
        case Divide():
            dividend, divisor = map(_operand, operation.operands)
            return arithmetic.Divide((dividend, divisor))
        case Subtract():
            one, other = map(_operand, operation.operands)
            return arithmetic.Subtract((one, other))
        case Add():
            return arithmetic.Add(tuple(map(_operand, operation.operands)))
        case Log10():
            return arithmetic.Log10(_operand(operation.operand))
        case Absolute():
            return arithmetic.Absolute(_operand(operation.operand))
        case DatePart():
            return data.DatePart(operation.part, str(operation.of))
        case Joined():
            parts = operation.text.parts
            return data.Template(tuple(data.Of(str(p), p.form) if isinstance(p, ColumnRef) else p for p in parts))
        case Map():
            return data.Map(operation.texts, str(operation.of))
    assert_never(operation)


def _operand(operand: Operand) -> arithmetic.Operand:
    if isinstance(operand, tuple):
        return tuple(str(factor) if isinstance(factor, ColumnRef) else factor for factor in operand)
    return str(operand) if isinstance(operand, ColumnRef) else operand
