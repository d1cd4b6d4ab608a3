"""Scenes as plain data for JSON."""

from dataclasses import asdict, fields
from typing import Any

from heatfig.layout.scene.items import CellGroup, Image, Item, Scene
from heatfig.layout.scene.role import Role
from heatfig.scales.colors import hex_color

MM = 25.4 / 72


def scene_data(scene: Scene) -> dict[str, Any]:
    """Where everything stands: the page in mm, items in points from its upper left corner."""
    return {
        "page": {"width": scene.width * MM, "height": scene.height * MM, "unit": "mm"},
        "title": scene.title,
        "description": scene.description,
        "items": [_item(item) for item in scene.items],
    }


def _item(item: Item) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": type(item).__name__.lower()}
    for field in fields(item):
        value = getattr(item, field.name)
        if isinstance(value, Role):
            value = {name: part for name, part in asdict(value).items() if part is not None}
        elif field.name == "edge" and value is None:
            continue
        elif field.name == "edge":
            value = {**asdict(value), "color": hex_color(value.color)}
        elif field.name in {"fill", "color"}:
            value = value and hex_color(value)
        elif isinstance(item, CellGroup) and field.name == "items":
            value = [_item(inner) for inner in value]
        elif isinstance(item, Image) and field.name == "pixels":
            data["shape"] = list(value.shape[:2])
            continue
        elif field.name == "holes":
            if value is not None:
                data["holes"] = int(value.sum())
            continue
        data[field.name] = value
    return data
