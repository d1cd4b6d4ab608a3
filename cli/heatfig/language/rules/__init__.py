"""Rules between keys: what no single key can hold on its own.

A record holds those between its own keys, as a `Checked` one; here stand those between several records.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from heatfig.diagnostics import Report
from heatfig.diagnostics.codes import Code
from heatfig.diagnostics.origin import Path, touched
from heatfig.language.nodes import Mapping, holds
from heatfig.language.source import Source
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Rules:
    """Notes what breaks a rule, and where, beside the paths of what is invalid already."""

    node: Mapping
    source: Source
    report: Report
    invalid: set[Path]
    prefix: Path = ()

    def within(self, *path: str | int) -> "Rules":
        """Rules of what stands at a path, by paths from there."""
        return replace(self, prefix=(*self.prefix, *path))

    def refuse(self, code: Code, message: str, *path: str | int, hint: str = "") -> None:
        """Note that what stands at `path` breaks a rule."""
        path = (*self.prefix, *path)
        self.invalid.add(path)
        of_figure = path[0] in self.source.root and path[0] not in self.node
        self.report.add(code, message, self.source.place(self.source.root if of_figure else self.node, path), hint)

    def is_valid(self, *path: str | int) -> bool:
        """Whether nothing at `path` is invalid, so that rules over it can be asked."""
        return not touched((*self.prefix, *path), self.invalid)

    def gives(self, *path: str | int) -> bool:
        """Whether the spec, rather than a default, says what stands at `path`."""
        return holds(self.node, (*self.prefix, *path))

    def once(self, items: Iterable[str] | None, *path: str | int) -> None:
        """Every item of a list stands once."""
        seen: set[str] = set()
        for index, item in enumerate(items or ()):
            if item in seen:
                self.refuse("listed-twice", f"'{item}' is listed twice", *path, index, hint="take one out")
            seen.add(item)

    def pair(self, items: Sequence[object], wanted: str, *path: str | int) -> None:
        """A list has two items."""
        if len(items) != 2:
            message = f"expected {wanted}, got {len(items)}"
            self.refuse("wrong-type", message, *path, hint="a list of two, such as [a, b]")


class Checked:
    """A record with rules between its own keys, which hold wherever it stands."""

    def check(self, rules: Rules) -> None:
        """Note which of them it breaks."""
        raise NotImplementedError
