"""The schema that editors get and the types that validate say the same."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from heatfig.diagnostics import Problems
from heatfig.language.nodes import Mapping, Scalar, Sequence
from heatfig.language.parse import parse
from heatfig.language.read import read
from heatfig.language.schema import json_schema

TESTS = Path(__file__).parent.parent
GOOD = sorted([*(TESTS.parent / "specs").glob("*.yaml"), *(TESTS / "good").glob("**/*.yaml")])
BAD = sorted((TESTS / "bad").glob("**/*.yaml"))
VALIDATOR = Draft202012Validator(json_schema())


def as_json(node: Any) -> Any:
    """The data as a YAML 1.2 reader, such as an editor's, sees it."""
    match node:
        case Mapping():
            return {str(key): as_json(value) for key, value in node.items()}
        case Sequence():
            return [as_json(item) for item in node]
        case Scalar(plain=True) if node in {"true", "false", "null", "~", ""}:
            return {"true": True, "false": False}.get(node)
        case Scalar(plain=True) if re.fullmatch(r"[-+]?[0-9]+", node):
            return int(node)
        case Scalar(plain=True) if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", node):
            return float(node)
        case _:
            return str(node)


def test_the_schema_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("spec", GOOD, ids=lambda spec: spec.stem)
def test_good_specs_pass_the_schema(spec: Path) -> None:
    data = as_json(parse(spec.read_bytes(), spec.name).root)
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


def test_what_the_schema_refuses_heatfig_refuses() -> None:
    refused = 0
    for spec in BAD:
        try:
            source = parse(spec.read_bytes(), spec.name)
        except Problems:
            continue
        if not VALIDATOR.is_valid(as_json(source.root)):
            refused += 1
            with pytest.raises(Problems):
                read(source)
    assert refused > 20


def test_the_file_beside_the_specs_is_fresh_and_the_specs_name_it(specs: Path) -> None:
    written = json.loads((specs / "heatfig.schema.json").read_text(encoding="utf-8"))
    assert written == json.loads(json.dumps(json_schema()))
    for spec in specs.glob("*.yaml"):
        assert spec.read_text().startswith("# yaml-language-server: $schema=heatfig.schema.json\n")


def test_every_key_is_described_in_the_schema() -> None:
    for name, definition in [("", json_schema()), *json_schema()["$defs"].items()]:
        for key, value in definition.get("properties", {}).items():
            assert value.get("description"), f"{name}.{key}"
