"""FigureSpec + Tables → FigurePlan."""
