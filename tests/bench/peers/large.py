"""Large score files as pandas' users draw or reduce them: KIND CSV OUT."""

import sys
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure


def imshow(file: str, out: str) -> None:
    scores = pd.read_csv(file, index_col=0)
    figure = Figure(figsize=(6, 5), dpi=300)
    axes = figure.add_axes((0.05, 0.05, 0.8, 0.9), xticks=[], yticks=[])
    figure.colorbar(axes.imshow(scores, cmap="viridis", vmin=0, vmax=1, aspect="auto"))
    figure.savefig(out)


def seaborn(file: str, out: str) -> None:
    import matplotlib.pyplot as plt
    import seaborn as sns

    scores = pd.read_csv(file, index_col=0)
    figure, axes = plt.subplots(figsize=(6, 5), dpi=300)
    sns.heatmap(scores, cmap="viridis", vmin=0, vmax=1, xticklabels=False, yticklabels=False, ax=axes)
    figure.savefig(out)


def groupby(file: str, out: str) -> None:
    scores = pd.read_csv(file, usecols=["row", "column", "score"], dtype={"row": "category", "column": "category"})
    scores.groupby(["row", "column"], observed=True)["score"].mean().unstack().to_csv(out)


def chain(file: str, out: str) -> None:
    scores = pd.read_csv(file, dtype={"row": "category", "column": "category"})
    scores = scores[scores["seed"] > 1]
    families = pd.read_csv(Path(file).with_name("families.csv"), index_col="name")["family"]
    scores = scores.assign(
        family=scores["row"].map(families).astype("category"),
        percent=scores["score"] / 0.01,
    )
    scores.groupby(["family", "column"], observed=True)["percent"].mean().unstack().to_csv(out)


{"imshow": imshow, "seaborn": seaborn, "groupby": groupby, "chain": chain}[sys.argv[1]](*sys.argv[2:])
