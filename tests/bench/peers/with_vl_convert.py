"""One heatmap after another with Vega-Lite through vl-convert: OUT FORMATS CSV…"""

import csv
import sys
from pathlib import Path
from typing import Any

import vl_convert as vl


def spec(path: Path) -> dict[str, Any]:
    with path.open(newline="", encoding="utf-8") as file:
        values = [row | {"score": float(row["score"])} for row in csv.DictReader(file)]
    color = {
        "field": "score",
        "type": "quantitative",
        "title": "Score",
        "scale": {"scheme": "viridis", "domain": [0, 1]},
        "legend": {"gradientLength": 250},
    }
    black = {"condition": {"test": "datum.score > 0.5", "value": "black"}, "value": "white"}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": "Scores of ten methods",
        "data": {"values": values},
        "width": 432,
        "height": 360,
        "autosize": {"type": "fit", "contains": "padding"},
        "encoding": {
            "x": {"field": "column", "title": "Task", "sort": None, "axis": {"labelAngle": -45}},
            "y": {"field": "row", "title": "Method", "sort": None},
        },
        "layer": [
            {"mark": "rect", "encoding": {"color": color}},
            {
                "mark": {"type": "text", "fontSize": 8},
                "encoding": {"text": {"field": "score", "type": "quantitative", "format": ".2f"}, "color": black},
            },
        ],
        "config": {"font": "DejaVu Sans"},
    }


def main(out: str, formats: str, *files: str) -> None:
    for file in map(Path, files):
        described = spec(file)
        for form in formats.split(","):
            target = Path(out) / f"{file.stem}.{form}"
            if form == "png":
                target.write_bytes(vl.vegalite_to_png(described, ppi=300))
            elif form == "pdf":
                target.write_bytes(vl.vegalite_to_pdf(described))
            else:
                target.write_text(vl.vegalite_to_svg(described), encoding="utf-8")


main(*sys.argv[1:])
