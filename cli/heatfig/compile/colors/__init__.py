"""Colours of scores: what they show, between which limits, in which colormap."""
