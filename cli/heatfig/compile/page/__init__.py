"""The page: where panels stand on it, and how they are counted."""
