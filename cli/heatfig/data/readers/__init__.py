"""Score files → Table: a reader a format."""
