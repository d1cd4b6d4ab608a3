"""What is wrong with the text of a spec, before anything is known of its keys."""

from dataclasses import field
from typing import NoReturn

from heatfig.diagnostics import Diagnostic, Place, Problems, Report
from heatfig.diagnostics.codes import Code
from heatfig.language.nodes import Scalar
from heatfig.language.source import place_in
from heatfig.language.span import Span
from heatfig.runtime.deferred import dataclass


@dataclass
class Faults:
    """Notes what can be left out; what cannot is raised, with all that was noted before."""

    file: str
    lines: tuple[str, ...]
    _report: Report = field(default_factory=Report)
    _twice: list[tuple[Scalar, Span]] = field(default_factory=list)

    def note(self, code: Code, message: str, span: Span, hint: str = "") -> None:
        """Note a fault and go on."""
        self._report.add(code, message, self._at(span), hint)

    def note_twice(self, key: Scalar, first: Span) -> None:
        """Note a key that stood at `first` already."""
        self._twice.append((key, first))

    def refuse(self, code: Code, message: str, span: Span, hint: str = "") -> NoReturn:
        """Raise Problems for what nothing can be made of."""
        found = self.found()
        raise Problems([*found, Diagnostic(code, message, self._at(span), hint)])

    def found(self) -> tuple[Diagnostic, ...]:
        """All that was noted."""
        report = Report()
        report.add_some("equal-keys", len(self._twice), self._explained_twice)
        return (*self._report.diagnostics, *report.diagnostics)

    def _explained_twice(self, number: int) -> tuple[str, Place, str]:
        """A key that stands twice, reported at its second place."""
        key, first = self._twice[number]
        merged = key == "<<" and key.plain
        hint = "merge several at once: <<: [*one, *other]" if merged else f"first on line {first.line + 1}"
        return f"the key '{key}' occurs twice", self._at(key.span), hint

    def _at(self, span: Span) -> Place:
        return place_in(self.lines, span)
