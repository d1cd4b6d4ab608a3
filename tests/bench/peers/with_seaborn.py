"""One heatmap after another as seaborn's users write it: OUT FORMATS CSV…"""

import sys
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns

mpl.use("agg")
mpl.rcParams["pdf.fonttype"] = 42  # camera-ready checks reject the default


def draw(path: Path) -> plt.Figure:
    scores = pd.read_csv(path).pivot(index="row", columns="column", values="score")
    figure, axes = plt.subplots(figsize=(6, 5), dpi=300)
    sns.heatmap(
        scores, cmap="viridis", vmin=0, vmax=1, annot=True, fmt=".2f",
        cbar_kws={"label": "Score"}, ax=axes,
    )  # fmt: skip
    axes.set(title="Scores of ten methods", xlabel="Task", ylabel="Method")
    axes.tick_params("x", rotation=45)
    figure.tight_layout()
    return figure


def main(out: str, formats: str, *files: str) -> None:
    for file in map(Path, files):
        figure = draw(file)
        for form in formats.split(","):
            figure.savefig(Path(out) / f"{file.stem}.{form}")
        plt.close(figure)


main(*sys.argv[1:])
