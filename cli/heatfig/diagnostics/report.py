"""Problems that are collected, and raised together."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from heatfig.diagnostics.codes import Code
from heatfig.diagnostics.diagnostic import Diagnostic, Place
from heatfig.diagnostics.spelling import nearest

MOST_REPORTED = 20
MOST_OF_A_CODE = 100


class Problems(Exception):
    """One or more diagnostics that end the work on one figure."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = _first_of_each(sorted(dict.fromkeys(diagnostics), key=_position))
        super().__init__("; ".join(d.message for d in self.diagnostics))


class Report:
    """Collects the problems of one stage, so that all of them are reported at once."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._guessed = 0

    def add_some(self, code: Code, total: int, explain: Callable[[int], tuple[str, Place, str]]) -> None:
        """Note the first of `total` problems of one kind, each explained by number, then how many more there are."""
        for number in range(min(total, MOST_REPORTED)):
            self.add(code, *explain(number))
        if total > MOST_REPORTED:
            _, place, _ = explain(MOST_REPORTED)
            self.add(code, f"and {total - MOST_REPORTED:,} more of this kind from here on", place)

    def collecting(self) -> "_Collecting":
        """Note what is raised within, and go on after it."""
        return _Collecting(self)

    def add(self, code: Code, message: str, place: Place | None, hint: str = "") -> None:
        """Note one problem and go on."""
        self.diagnostics.append(Diagnostic(code, message, place, hint))

    def nearest(self, name: str, known: Iterable[str], listing: str) -> str:
        """The hint `nearest`, for the first misspelt names of a stage: each is compared with all that are known."""
        self._guessed += 1
        return nearest(name, known, listing) if self._guessed <= MOST_REPORTED else ""

    def merge(self, before: int = 0) -> None:
        """Tell what was noted since then of each of several files once."""
        self.diagnostics[before:] = _merged(self.diagnostics[before:])

    def check(self) -> None:
        """Raise everything noted so far, if there is anything."""
        if self.diagnostics:
            raise Problems(self.diagnostics)


def problem(code: Code, message: str, place: Place | None = None, hint: str = "") -> Problems:
    """The exception for a single problem that ends a stage at once."""
    return Problems([Diagnostic(code, message, place, hint)])


def refuse_some(code: Code, total: int, explain: Callable[[int], tuple[str, Place, str]]) -> None:
    """Raise the first of `total` problems of one kind, each explained by number, if there are any."""
    report = Report()
    report.add_some(code, total, explain)
    report.check()


def _merged(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same, but what is said of each of several files once, of the first, with how many more there are."""
    groups: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for each in problems:
        groups.setdefault((each.code, each.message, each.hint), []).append(each)
    kept = []
    for first, *more in groups.values():
        files = {each.place.file for each in (first, *more) if each.place}
        if more and len(files) == len(more) + 1:
            kept.append(
                replace(first, message=f"{first.message}; so it is with {len(more):,} more file{'s' * (len(more) > 1)}")
            )
        else:
            kept += [first, *more]
    return kept


def _first_of_each(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """As many problems of each kind as anybody reads, and how many more there are."""
    counts = Counter(diagnostic.code for diagnostic in diagnostics)
    if max(counts.values(), default=0) <= MOST_OF_A_CODE:
        return diagnostics
    seen, kept = Counter[Code](), []
    for diagnostic in diagnostics:
        seen[diagnostic.code] += 1
        if seen[diagnostic.code] <= MOST_OF_A_CODE:
            kept.append(diagnostic)
        elif seen[diagnostic.code] == MOST_OF_A_CODE + 1:
            more = counts[diagnostic.code] - MOST_OF_A_CODE
            kept.append(replace(diagnostic, message=f"and {more:,} more of this kind from here on", hint=""))
    return kept


def _position(diagnostic: Diagnostic) -> tuple[str, int, int]:
    place = diagnostic.place
    return (place.file, place.line, place.column) if place else ("", 0, 0)


@dataclass(frozen=True)
class _Collecting:
    """Notes the problems that are raised within; its exit says so in its type, as that of a generator does not."""

    report: Report

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> bool:
        if isinstance(error, Problems):
            self.report.diagnostics += error.diagnostics
            return True
        return False
