"""Imports all that drawing needs, for processes that are to start with it."""

import gc

import heatfig.build.figure
from heatfig.runtime.rc import own_settings

with own_settings():  # under which matplotlib imports less
    import heatfig.draw.pdf
    import heatfig.draw.png
    import heatfig.draw.svg

__all__ = ["heatfig"]

gc.freeze()  # no process that starts with it need ever look through it for garbage
