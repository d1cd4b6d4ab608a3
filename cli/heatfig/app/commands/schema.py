"""`heatfig schema`: the JSON Schema of the spec language, for editors, or of plans, for programs."""

import json
from collections.abc import Callable
from typing import Any, Literal

from heatfig.app.commands import Output, Report

Of = Literal["spec", "plan"]


def schema(of: Of) -> Report:
    """The schema, made from the types that specs and plans are made of."""
    yield Output(json.dumps(_SCHEMAS[of](), indent=1, ensure_ascii=False))


def _of_spec() -> dict[str, Any]:
    from heatfig.language.schema import json_schema

    return json_schema()


def _of_plan() -> dict[str, Any]:
    from heatfig.plan.codec import schema as plan_schema

    return plan_schema()


_SCHEMAS: dict[Of, Callable[[], dict[str, Any]]] = {"spec": _of_spec, "plan": _of_plan}
