"""The plain data of a spec: every key and value knows where it stands.

A scalar keeps the text that was written: `NO`, `010` and `1e-3` get their types later, from the
place they stand in.
"""

from typing import Any

from heatfig.language.span import Span


class Scalar(str):
    """The text of a scalar; `plain` if it was written without quotes."""

    span: Span
    plain = True


class Sequence(list[Any]):
    """A YAML sequence."""

    span: Span


class Mapping(dict[str, Any]):
    """A YAML mapping; its keys are Scalars, with spans of their own."""

    span: Span
