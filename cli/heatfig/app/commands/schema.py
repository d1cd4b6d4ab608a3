"""`heatfig schema`: the JSON Schema of the spec language, for editors."""

import json

from heatfig.app.commands import Output, Report


def schema() -> Report:
    """The schema, made from the types that validate."""
    from heatfig.language.schema import json_schema

    yield Output(json.dumps(json_schema(), indent=1, ensure_ascii=False))
