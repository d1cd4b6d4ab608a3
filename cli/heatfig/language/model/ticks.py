"""Which places along an axis have ticks."""

from typing import Literal

from heatfig.language.hints import key, record
from heatfig.language.scalars import Label, Number
from heatfig.scales.calendar import Period


@record()
class Every:
    """Ticks at even steps."""

    every: Number | Period = key(
        "with `scale: numbers` at multiples of this number; with `scale: dates` at the beginning of each such "
        "period; else every this many labels, or the first label of each such period",
        examples=[2],
    )


Ticks = Literal["all", "none", "auto"] | tuple[Label, ...] | Every
