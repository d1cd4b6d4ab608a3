"""FigurePlan → Scene: where everything stands."""
