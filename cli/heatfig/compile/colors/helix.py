"""The colours of a helix of the language."""

from heatfig.language.model.cubehelix import Helix
from heatfig.runtime.arrays import Bytes
from heatfig.scales.cubehelix import cubehelix_table


def helix_table(spec: Helix) -> Bytes:
    """From low to high."""
    low, high = spec.lightness
    return cubehelix_table(spec.start, spec.rotations, spec.hue, spec.gamma, (low, high))
