"""Imports all that drawing needs, for processes that are to start with it."""

import heatfig.build.figure
import heatfig.draw.pdf
import heatfig.draw.png
import heatfig.draw.svg

__all__ = ["heatfig"]
