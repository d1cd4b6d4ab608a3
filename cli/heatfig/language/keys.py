"""The keys of the language by place: which a mapping may hold, and which mappings hold a key."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from heatfig.diagnostics.origin import Path
from heatfig.language.model.figure import Document
from heatfig.language.nodes import Mapping

THE_FIGURE = "the figure"


def along(model: type[BaseModel], location: Path) -> Iterator[tuple[str, FieldInfo]]:
    """The fields that a location passes through."""
    models = [model]
    for step in location:
        fields = [f for m in models for name, f in m.model_fields.items() if step == (f.alias or name)]
        if fields:
            models = [found for field in fields for found in _models_in(field.annotation)]
            yield str(step), fields[0]


def known(model: type[BaseModel], location: Path) -> list[str]:
    """The keys of the mapping that holds the last step of `location`."""
    models = [model]
    for _, field in along(model, location[:-1]):
        models = _models_in(field.annotation)
    return list(dict.fromkeys(field.alias or name for m in models for name, field in m.model_fields.items()))


def holder(node: Any, location: Path) -> Mapping:
    """The mapping that holds the last step of `location`; the tags of unions in it are no steps."""
    for step in location[:-1]:
        if isinstance(node, Mapping) and step in node:
            node = node[str(step)]
        elif isinstance(node, list) and isinstance(step, int):
            node = node[step]
    assert isinstance(node, Mapping)
    return node


def homes(key: str) -> list[str]:
    """The mappings of the language that may hold a key."""
    return _homes().get(key, [])


@cache
def _homes() -> dict[str, list[str]]:
    homes: dict[str, list[str]] = {}
    waiting: list[tuple[str, type[BaseModel]]] = [("", Document)]
    for path, model in waiting:
        for name, field in model.model_fields.items():
            key = field.alias or name
            homes.setdefault(key, []).append(path or THE_FIGURE)
            inside = f"{path}.{key}" if path else key
            waiting += [(inside, found) for found in _models_in(field.annotation) if key != "panels"]
    return homes


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for inner in get_args(annotation) for found in _models_in(inner)]
