"""Large score files, written quickly: KIND COUNT FILE; in a process of its own, as it takes memory."""

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SEEDS = 1000


def fields(draw: np.random.Generator, count: int) -> NDArray[np.uint8]:
    """Texts such as `,0.1234`, of shape (count, 7)."""
    digits = draw.integers(0, 10, (count, 4), np.uint8) + ord("0")
    return np.hstack([np.tile(np.frombuffer(b",0.", np.uint8), (count, 1)), digits])


def wide(side: int, file: Path) -> None:
    """A matrix of that many rows and columns, named."""
    draw = np.random.default_rng(1)
    with file.open("wb") as into:
        into.write(("row," + ",".join(f"c{column}" for column in range(side)) + "\n").encode())
        for row in range(side):
            into.write(f"r{row}".encode() + fields(draw, side).tobytes() + b"\n")


def long(rows: int, file: Path) -> None:
    """A score for each row, column and seed; as many rows as columns."""
    draw = np.random.default_rng(1)
    side = int((rows / SEEDS) ** 0.5)
    with file.open("wb") as into:
        into.write(b"row,column,seed,score\n")
        for seed in range(SEEDS):
            scores = fields(draw, side * side)
            names = (f"r{row},c{column},{seed}" for row in range(side) for column in range(side))
            into.write(
                b"".join(name.encode() + score.tobytes() + b"\n" for name, score in zip(names, scores, strict=True))
            )


{"wide": wide, "long": long}[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
