"""The JSON Schema of the language, from the same types that validate."""

from typing import Any

from heatfig.language.model.figure import Document


def json_schema() -> dict[str, Any]:
    """Draft 2020-12, with descriptions and examples; keys that begin with `x-` are the user's own."""
    schema = Document.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["patternProperties"] = {"^x-": {}}
    return schema
