"""The commands: each takes its arguments and yields what to report, lines, diagnostics and progress."""

from collections.abc import Generator
from dataclasses import dataclass

from heatfig.diagnostics import Diagnostic


@dataclass(frozen=True)
class Progress:
    """How many figures of a batch are done."""

    done: int
    total: int


Report = Generator[str | Diagnostic | Progress, None, None]
