"""FigurePlan: everything that will be seen, decided; the public contract."""
