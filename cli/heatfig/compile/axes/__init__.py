"""Axes: which labels they have, in which order, and what is written at their ticks."""
