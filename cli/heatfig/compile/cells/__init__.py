"""Cells of a panel: what each holds and shows, or why it has nothing to show."""
