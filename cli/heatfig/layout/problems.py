"""What layout can find wrong: it names the place in the spec, which the caller looks up."""

from dataclasses import dataclass

from heatfig.codes import Code
from heatfig.origin import Origin


@dataclass(frozen=True)
class Misfit(Exception):
    """Something that cannot be shown as asked, and what would help."""

    code: Code
    message: str
    origin: Origin
    hint: str = ""
