"""Plans as JSON and back: what a dump makes loads to an equal plan, and that dumps to the same text."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from heatfig.plan.figure import FigurePlan


def dump(plan: FigurePlan) -> str:
    """The plan as JSON, arrays of plain values on a line; its `version` stands first."""
    data: dict[str, Any] = _adapter().dump_python(plan)
    return "".join(_written({"version": data.pop("version"), **data}, "")) + "\n"


def load(text: str) -> FigurePlan:
    """The plan that a dump holds; raises ValueError for what is none."""
    plan: FigurePlan = _adapter().validate_python(json.loads(text))
    return plan


def schema() -> dict[str, Any]:
    """The JSON Schema of dumps, draft 2020-12."""
    found: dict[str, Any] = _adapter().json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(FigurePlan)


def _written(value: Any, indent: str) -> Iterator[str]:
    """A value as JSON: mappings, and lists of what is no plain value, over several lines."""
    inner = indent + " "
    if isinstance(value, dict) and value:
        yield "{"
        for number, (key, held) in enumerate(value.items()):
            yield f"{',' if number else ''}\n{inner}{json.dumps(key, ensure_ascii=False)}: "
            yield from _written(held, inner)
        yield f"\n{indent}}}"
    elif isinstance(value, (list, tuple)) and any(isinstance(held, (dict, list, tuple)) for held in value):
        yield "["
        for number, held in enumerate(value):
            yield f"{',' if number else ''}\n{inner}"
            yield from _written(held, inner)
        yield f"\n{indent}]"
    else:
        yield json.dumps(value, ensure_ascii=False, allow_nan=False)
