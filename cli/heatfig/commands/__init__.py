"""The commands: each takes its arguments and yields what to report, lines and diagnostics."""

from collections.abc import Iterator

from heatfig.diagnostics import Diagnostic

Report = Iterator[str | Diagnostic]
