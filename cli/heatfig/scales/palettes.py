"""Colours that tell categories apart."""

from heatfig.runtime.arrays import RGB

# Of Okabe and Ito, 2008, which people with any kind of colour vision tell apart; black and yellow are left out, which
# texts and the page's white come too close to.
PALETTE: tuple[RGB, ...] = (
    (0, 114, 178),
    (230, 159, 0),
    (0, 158, 115),
    (204, 121, 167),
    (86, 180, 233),
    (213, 94, 0),
    (140, 109, 49),
    (127, 127, 127),
)
