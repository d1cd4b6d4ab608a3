"""Which places along an axis have ticks."""

from typing import Literal

from heatfig.language.hints import key, record
from heatfig.language.scalars import Label, Number
from heatfig.scales.calendar import Period


@record()
class Every:
    """Ticks at even steps."""

    every: Number | Period = key(
        "with `scale: numbers` at the multiples of this number, with `scale: dates` where each such time begins; "
        "else at every so many labels from the first, or at the first label of each such time",
        examples=[2],
    )


Ticks = Literal["all", "none", "auto"] | tuple[Label, ...] | Every
