"""One grid: its cells and the lines around them."""
