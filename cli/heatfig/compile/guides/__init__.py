"""Guides: colorbars and legends, and what they explain."""
