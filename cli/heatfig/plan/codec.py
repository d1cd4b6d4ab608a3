"""Plans as JSON and back: what a dump makes loads to an equal plan, and that dumps to the same text."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import repeat
from typing import Any

from heatfig.plan.figure import FigurePlan


def dump(plan: FigurePlan) -> str:
    """The plan as JSON, arrays of plain values on a line."""
    return as_json(plan_data(plan))


def plan_data(plan: FigurePlan) -> dict[str, Any]:
    """The plan as plain data, its `version` first."""
    data: dict[str, Any] = _adapter().dump_python(plan)
    return {"version": data.pop("version"), **data}


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


def as_json(data: Any) -> str:
    """Plain data as JSON that people can read: what holds plain values only, or lists of them, stands on a line."""
    return "".join(_written(data, "")) + "\n"


def _written(value: Any, indent: str) -> Iterator[str]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    if not any(isinstance(held, dict | list | tuple) for held in inside) or _in_rows(value):
        yield json.dumps(value, ensure_ascii=False, allow_nan=False)
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    keys = [f"{json.dumps(key, ensure_ascii=False)}: " for key in value] if isinstance(value, dict) else repeat("")
    yield opening
    for number, (key, held) in enumerate(zip(keys, inside, strict=False)):
        yield f"{',' if number else ''}\n{indent} {key}"
        yield from _written(held, f"{indent} ")
    yield f"\n{indent}{closing}"


def _in_rows(value: Any) -> bool:
    """Whether it is a list of lists of plain values, such as a row of cells."""
    return isinstance(value, list | tuple) and all(
        isinstance(held, list | tuple) and not any(isinstance(one, dict | list | tuple) for one in held)
        for held in value
    )
