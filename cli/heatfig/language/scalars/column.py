"""Names of columns, and of the fields of cells."""

from typing import Annotated

from heatfig.language.forms import Atom, Holds
from heatfig.language.nodes import Scalar
from heatfig.language.scalars.refusal import Refusal, printable, written
from heatfig.language.scalars.text import TEXT_SCHEMA, read_label


class ColumnRef(str):
    """The name of a column of the score files; `holds` says what the language reads in it.

    In a template of columns `form` is the format in which it is written there. `written_as` is the name that the spec
    has for it, where that is another.
    """

    holds: Holds
    form: str | None = None
    written_as: str | None = None


class FieldRef(ColumnRef):
    """What a cell holds: its value, or the one value of a column."""

    holds: Holds = "texts"


def column_of(name: str, holds: Holds) -> ColumnRef:
    """A column that the language reads so."""
    column = ColumnRef(name)
    column.holds = holds
    return column


def _column(holds: Holds) -> Atom:
    return _named(ColumnRef, "column", "columns", holds)


def _field(holds: Holds) -> Atom:
    return _named(FieldRef, "field", "fields", holds)


def _new_column(node: Scalar) -> str:
    name = read_label(node)
    if not name.strip():
        raise Refusal("wrong-type", "a column without a name", "such as share, by which axes and texts name it")
    return name


def _named(cls: type[ColumnRef], one: str, many: str, holds: Holds) -> Atom:
    def read(node: Scalar) -> ColumnRef:
        named = cls(printable(written(node, f"a {one}")))
        named.holds = holds
        return named

    return Atom(one, many, read, TEXT_SCHEMA, free=True)


Labels = Annotated[ColumnRef, _column("labels")]
Numbers = Annotated[ColumnRef, _column("numbers")]
Flags = Annotated[ColumnRef, _column("flags")]
Texts = Annotated[ColumnRef, _column("texts")]
AnyColumn = Annotated[ColumnRef, _column("any")]
NewColumn = Annotated[str, Atom("column's name", "names of columns", _new_column, TEXT_SCHEMA, free=True)]
Field = Annotated[FieldRef, _field("labels")]
NumberField = Annotated[FieldRef, _field("numbers")]
AnyField = Annotated[FieldRef, _field("any")]
