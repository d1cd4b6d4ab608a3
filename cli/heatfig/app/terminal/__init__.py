"""A figure as lines of text for a terminal."""
