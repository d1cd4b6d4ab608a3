"""Plans as plain data for JSON."""

from dataclasses import asdict
from typing import Any

import numpy as np

from heatfig.plan.figure import AxisPlan, ColorbarPlan, FigurePlan, PanelPlan, Text
from heatfig.plan.grid import SCORED
from heatfig.scales.colors import hex_color
from heatfig.scales.norms import Norm


def plan_data(plan: FigurePlan) -> dict[str, Any]:
    """Everything that will be seen: lists over panels, rows, columns and, where cells are split, parts."""
    size = {key: value for key, value in asdict(plan.size).items() if value is not None}
    return {
        "title": plan.title.content,
        "background": plan.background and hex_color(plan.background),
        "font": {"family": list(plan.families), "size": plan.font_size},
        "formats": list(plan.formats),
        "dpi": plan.dpi,
        "size": size,
        "columns": plan.columns,
        "panels": [_panel(panel) for panel in plan.panels],
        "colorbar": _colorbar(plan.colorbar),
        "legend": {
            "side": plan.legend_side,
            "entries": [
                {"label": entry.text.content, "color": hex_color(entry.color), "hatch": entry.hatch}
                for entry in plan.legend
            ],
        },
    }


def _panel(panel: PanelPlan) -> dict[str, Any]:
    split = panel.parts != ("",)

    def cells(array: Any) -> Any:
        return (array if split else array[:, :, 0]).tolist()

    scores = panel.grid.scores.astype(object)
    scores[np.isnan(panel.grid.scores)] = None
    kinds = np.full(panel.grid.kinds.shape, None, object)
    for kind, style in enumerate(panel.missing):
        kinds[panel.grid.kinds == kind] = style.label.content
    colors = panel.cell_colors()
    shown = np.array([hex_color(color) for color in colors.reshape(-1, 3)], object).reshape(colors.shape[:3])
    data: dict[str, Any] = {
        "title": panel.title.content,
        "y": _axis(panel.y),
        "x": _axis(panel.x),
        "parts": list(panel.parts) if split else None,
        "scores": cells(scores),
        "missing": cells(kinds) if (panel.grid.kinds != SCORED).any() else None,
        "norm": _norm(panel.norm),
        "colormap": panel.colormap.name,
        "colors": cells(shown),
        "colorbar": _colorbar(panel.colorbar),
        "cells": "image" if panel.image else "vector",
        "gap": panel.gap,
        "strips": [
            {
                "axis": strip.axis,
                "side": strip.side,
                "categories": [list(row) for row in strip.categories],
                "colors": [[hex_color(color) for color in row] for row in strip.colors],
            }
            for strip in panel.strips
        ],
        "annotations": None,
    }
    if panel.annotations is not None:
        data["annotations"] = {
            "texts": cells(panel.annotations.texts),
            "bold": cells(panel.annotations.bold),
            "colors": cells(np.where(panel.annotations.black, "#000000", "#ffffff").astype(object)),
        }
    return data


def _axis(axis: AxisPlan) -> dict[str, Any]:
    return {
        "label": axis.label.content,
        "labels": list(axis.labels),
        "ticks": [tick.content if isinstance(tick, Text) else None for tick in axis.ticks],
        "groups": [{"label": g.text.content, "first": g.first, "end": g.end} for g in axis.groups],
        "rotation": axis.rotation,
        "side": axis.side,
    }


def _norm(norm: Norm) -> dict[str, Any]:
    return {"kind": type(norm).__name__.lower(), **asdict(norm)}


def _colorbar(bar: ColorbarPlan | None) -> dict[str, Any] | None:
    if bar is None:
        return None
    return {
        "side": bar.side,
        "label": bar.label.content,
        "norm": _norm(bar.norm),
        "colormap": bar.colormap.name,
        "ticks": [
            {"scores": list(t.scores), "labels": [text.content for text in t.labels], "minor": list(t.minor)}
            for t in bar.ticks
        ],
        "pointed": {"below": bar.below, "above": bar.above},
    }
