"""The commands: each takes its arguments and yields what to report, lines, diagnostics and progress."""

from collections.abc import Generator

from heatfig.diagnostics import Diagnostic
from heatfig.runtime.deferred import dataclass


class Output(str):
    """What a command was asked to print, as it is; any other text is a line about what was done."""

    __slots__ = ()


class Picture(Output):
    """The same, drawn for a terminal: the only text with colours, and nothing else that a terminal obeys."""

    __slots__ = ()


@dataclass(frozen=True)
class Progress:
    """How many figures of a batch are done."""

    done: int
    total: int


Report = Generator[str | Diagnostic | Progress, None, None]
