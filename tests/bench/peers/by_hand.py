"""One heatmap after another as a careful user writes it with matplotlib alone: OUT FORMATS CSV…"""

import csv
import sys
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

mpl.rcParams["pdf.fonttype"] = 42  # camera-ready checks reject the default


def read(path: Path) -> tuple[list[str], list[str], list[list[float]]]:
    with path.open(newline="", encoding="utf-8") as file:
        scores = {(row["row"], row["column"]): float(row["score"]) for row in csv.DictReader(file)}
    rows, columns = (list(dict.fromkeys(key[side] for key in scores)) for side in (0, 1))
    return rows, columns, [[scores[row, column] for column in columns] for row in rows]


def draw(path: Path) -> Figure:
    rows, columns, grid = read(path)
    figure = Figure(figsize=(6, 5), dpi=300)
    axes = figure.add_axes((0.17, 0.19, 0.74, 0.73))
    mesh = axes.pcolormesh(grid, cmap="viridis", vmin=0, vmax=1)
    axes.invert_yaxis()
    axes.set_xticks([x + 0.5 for x in range(len(columns))], columns, rotation=45, ha="right", rotation_mode="anchor")
    axes.set_yticks([y + 0.5 for y in range(len(rows))], rows)
    for y, line in enumerate(grid):
        for x, score in enumerate(line):
            color = "black" if score > 0.5 else "white"
            axes.text(x + 0.5, y + 0.5, f"{score:.2f}", ha="center", va="center", color=color)
    axes.set(title="Scores of ten methods", xlabel="Task", ylabel="Method")
    figure.colorbar(mesh, ax=axes, label="Score")
    return figure


def main(out: str, formats: str, *files: str) -> None:
    for file in map(Path, files):
        figure = draw(file)
        for form in formats.split(","):
            figure.savefig(Path(out) / f"{file.stem}.{form}")


main(*sys.argv[1:])
