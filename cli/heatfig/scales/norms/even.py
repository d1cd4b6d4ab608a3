"""What norms have in common whose ticks are even."""

from heatfig.scales.ticks import Fits, Scores, even_texts, linear_choices


class EvenTicks:
    """Ticks at multiples of round steps, and none between them."""

    min: float
    max: float

    def tick_choices(self, fits: Fits) -> list[Scores]:
        """Sets of round scores, best first."""
        return linear_choices(self.min, self.max, (self.min, self.max), fits)

    def minor_ticks(self, _: Scores) -> Scores:
        """Scores with a short stroke."""
        return ()

    def tick_texts(self, ticks: Scores) -> tuple[str, ...]:
        """Each tick with as many decimals as all need."""
        return even_texts(ticks)
