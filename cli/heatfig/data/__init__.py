"""Score files → Tables → Cells."""
