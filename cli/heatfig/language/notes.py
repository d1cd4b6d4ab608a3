"""What is found wrong with the values of a spec: noted in one walk, reported when all is known."""

from collections.abc import Callable
from dataclasses import field

from heatfig.diagnostics import MOST_REPORTED, Place, Report
from heatfig.diagnostics.codes import Code
from heatfig.runtime.deferred import dataclass

Explained = tuple[str, Place, str]


@dataclass
class Notes:
    """Problems by their code; each is put into words only if it is among those that are reported."""

    _noted: dict[Code, list[Callable[[], Explained]]] = field(default_factory=dict)

    def add(self, code: Code, explain: Callable[[], Explained]) -> None:
        """Note a problem."""
        self._noted.setdefault(code, []).append(explain)

    def __bool__(self) -> bool:
        """Whether anything was noted."""
        return bool(self._noted)

    def many(self, code: Code) -> bool:
        """Whether more problems of this kind were noted than are reported."""
        return len(self._noted.get(code, ())) > MOST_REPORTED

    def report_to(self, report: Report) -> None:
        """Report the first problems of each kind and how many more there are."""
        for code, explanations in self._noted.items():
            report.add_some(code, len(explanations), lambda number, explanations=explanations: explanations[number]())  # type: ignore[misc]
