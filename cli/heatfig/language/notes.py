"""What is found wrong with the values of a spec: noted in one walk, told when all is known."""

from collections.abc import Callable
from dataclasses import field

from heatfig.diagnostics import MOST_TOLD, Place, Report
from heatfig.diagnostics.codes import Code
from heatfig.runtime.deferred import dataclass

Told = tuple[str, Place, str]


@dataclass
class Notes:
    """Problems by their code; each is put into words only if it is among those that are told."""

    _noted: dict[Code, list[Callable[[], Told]]] = field(default_factory=dict)

    def add(self, code: Code, tell: Callable[[], Told]) -> None:
        """Note a problem."""
        self._noted.setdefault(code, []).append(tell)

    def __bool__(self) -> bool:
        """Whether anything was noted."""
        return bool(self._noted)

    def many(self, code: Code) -> bool:
        """Whether more problems of this kind were noted than are told."""
        return len(self._noted.get(code, ())) > MOST_TOLD

    def tell(self, report: Report) -> None:
        """Report the first problems of each kind and how many more there are."""
        for code, tellers in self._noted.items():
            report.add_some(code, len(tellers), lambda number, tellers=tellers: tellers[number]())  # type: ignore[misc]
