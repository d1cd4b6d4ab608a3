"""The scene: where everything stands, ready to be drawn."""
