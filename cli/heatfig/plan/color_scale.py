"""Color scales: which score takes which colour."""

import numpy as np
from numpy.typing import NDArray

from heatfig.runtime.arrays import Bytes, Comparable
from heatfig.runtime.deferred import dataclass
from heatfig.scales.colors import Colormap
from heatfig.scales.norms import Norm


@dataclass(frozen=True, eq=False)
class ColorScale(Comparable):
    """A norm and a colormap, which panels and guides name by `id`."""

    id: str
    norm: Norm
    colormap: Colormap

    def colors(self, scores: NDArray[np.float64]) -> Bytes:
        """Colours of shape (…, 3); past the norm's limits the limit's colour, or the map's `under` and `over`."""
        norm, colormap = self.norm, self.colormap
        colors = colormap.colors(norm.fraction(np.clip(scores, norm.min, norm.max)))
        with np.errstate(invalid="ignore"):
            for outside, color in ((scores < norm.min, colormap.under), (scores > norm.max, colormap.over)):
                if color is not None:
                    colors[outside] = color
        return colors
