"""What norms have in common that are even along the colorbar, or whose ticks are."""

from heatfig.runtime.arrays import Floats
from heatfig.scales.norms.interpolate import interpolate
from heatfig.scales.ticks import Fits, Scores, even_texts, linear_choices


class Even:
    """Scores stand evenly, and ticks at multiples of round steps with none between them."""

    min: float
    max: float

    def position(self, scores: Floats) -> Floats:
        """The place of each score along the colorbar."""
        return interpolate(scores, self.min, self.max)

    def score_at(self, position: Floats) -> Floats:
        """The score at each place along the colorbar."""
        return self.min + position * (self.max - self.min)

    def tick_choices(self, fits: Fits) -> list[Scores]:
        """Sets of round scores, best first."""
        return linear_choices(self.min, self.max, (self.min, self.max), fits)

    def minor_ticks(self, _: Scores) -> Scores:
        """Scores with a short stroke."""
        return ()

    def tick_texts(self, ticks: Scores) -> tuple[str, ...]:
        """Each tick with as many decimals as all need."""
        return even_texts(ticks)
