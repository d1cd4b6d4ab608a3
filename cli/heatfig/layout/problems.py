"""What layout can find wrong: it names the place in the plan, by which the caller finds that in the spec."""

from collections.abc import Iterable

from heatfig.diagnostics.codes import Code
from heatfig.plan.sources import PlanPath
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Misfit:
    """Something that cannot be shown as asked, and what would help."""

    code: Code
    message: str
    about: PlanPath
    hint: str = ""


class Misfits(Exception):
    """One or more things that cannot be shown as asked."""

    def __init__(self, found: Iterable[Misfit]) -> None:
        self.misfits = tuple(found)
        super().__init__("; ".join(misfit.message for misfit in self.misfits))
