"""What layout can find wrong: it names the place in the spec, which the caller looks up."""

from collections.abc import Iterable
from dataclasses import dataclass

from heatfig.diagnostics.codes import Code
from heatfig.diagnostics.origin import Origin


@dataclass(frozen=True)
class Misfit:
    """Something that cannot be shown as asked, and what would help."""

    code: Code
    message: str
    origin: Origin
    hint: str = ""


class Misfits(Exception):
    """One or more things that cannot be shown as asked."""

    def __init__(self, found: Iterable[Misfit]) -> None:
        self.found = tuple(found)
        super().__init__("; ".join(misfit.message for misfit in self.found))
