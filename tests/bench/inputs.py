"""Scores and specs for the race, the same in every run."""

import random
from collections.abc import Sequence
from pathlib import Path

ROWS = [f"method {letter}" for letter in "abcdefghij"]

SPEC = """scores: {scores}
value: score
title: Scores of ten methods
axes:
  y: {{column: row, label: Method}}
  x: {{column: column, label: Task, rotation: 45}}
colormap: viridis
range: [0, 1]
colorbar: {{label: Score}}
annotations: .2f
size: {{width: 6in, height: 5in}}
font: {{size: 10}}
dpi: {dpi}
"""


def long_csv(rows: Sequence[str], columns: int, seed: int) -> str:
    """A score a line for every row and column."""
    draw = random.Random(seed)
    lines = [f"{row},task {column},{draw.random():.4f}" for row in rows for column in range(columns)]
    return "\n".join(["row,column,score", *lines]) + "\n"


def batch(folder: Path, count: int, dpi: int = 300, rows: Sequence[str] = ROWS) -> None:
    """As many specs and score files, no two alike."""
    for number in range(count):
        name = f"figure_{number:04}"
        (folder / f"{name}.csv").write_text(long_csv(rows, len(rows), number), encoding="utf-8")
        (folder / f"{name}.yaml").write_text(SPEC.format(scores=f"{name}.csv", dpi=dpi), encoding="utf-8")
