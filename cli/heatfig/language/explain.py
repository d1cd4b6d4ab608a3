"""Validation errors → diagnostics: what is wanted at a place, what stands there, and how to mend it."""

import re
from ast import literal_eval
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from heatfig.diagnostics import MOST_TOLD, Diagnostic, Report, nearest
from heatfig.diagnostics.origin import Path
from heatfig.language.keys import along, holder, homes, known
from heatfig.language.nodes import Mapping, Scalar
from heatfig.language.scalars import kind_name
from heatfig.language.source import Source
from heatfig.language.synonyms import likeliest, synonym

MOST_HOMES = 4
_WANTED = {"list_type": "a list", "dict_type": "a mapping", "model_type": "a mapping"}


def explained(error: ValidationError, model: type[BaseModel], node: Mapping, source: Source) -> list[Diagnostic]:
    """The problems in the words of the language; a key that is missing because it is misspelt is told once."""
    errors = error.errors(include_url=False)
    unknown = [e for e in errors if e["type"] == "extra_forbidden"][: MOST_TOLD + 1]
    meant = {(*e["loc"][:-1], likeliest(model, e["loc"], known(model, e["loc"]))) for e in unknown}
    kinds: dict[str, list[Any]] = {}
    for found in errors:
        if found["type"] != "missing" or found["loc"] not in meant:
            kinds.setdefault(found["type"], []).append(found)
    report = Report()
    for group in kinds.values():
        told = [_diagnostic(e, model, node, source) for e in group[: MOST_TOLD + 1]]
        for code in dict.fromkeys(d.code for d in told):
            same = [d for d in told if d.code == code]
            report.add_some(code, len(group) - len(told) + len(same), _telling(same))
    return report.found


def _telling(diagnostics: list[Diagnostic]) -> Any:
    def told(number: int) -> tuple[str, Any, str]:
        return diagnostics[number].message, diagnostics[number].place, diagnostics[number].hint

    return told


def _diagnostic(error: Any, model: type[BaseModel], node: Mapping, source: Source) -> Diagnostic:
    kind, location, given = error["type"], error["loc"], error["input"]
    place = source.at(given.span) if hasattr(given, "span") else source.place(node, location)
    example = _example(model, location)
    match kind:
        case "extra_forbidden":
            key = str(location[-1])
            place = source.key_place(holder(node, location), key)
            there = holder(node, location)
            hint = _synonym(model, location, there) or _unknown(key, given, known(model, location))
            return Diagnostic("unknown-key", f"unknown key '{key}'", place, hint)
        case "missing":
            return Diagnostic("missing-key", f"the key '{location[-1]}' is missing", place, example)
        case "literal_error" if isinstance(given, Scalar):
            other = _example(model, location, words=False) if location[-1] == "word" else ""
            hint = _words(given, error["ctx"]["expected"]) + (f"; or {other}" if other else "")
            return Diagnostic("unknown-word", f"'{given}' is not one of the words allowed here", place, hint)
        case "literal_error":
            return Diagnostic("wrong-type", f"expected a word, got {kind_name(given)}", place, example)
        case "union_tag_invalid":
            wanted = " or ".join(f"a {tag}" for tag in re.findall(r"\w+", error["ctx"]["expected_tags"]))
            return Diagnostic("wrong-type", f"expected {wanted}, got {kind_name(given)}", place, example)
        case _ if kind.endswith("_type"):
            wanted = _WANTED.get(kind, "a text")
            return Diagnostic("wrong-type", f"expected {wanted}, got {kind_name(given)}", place, example)
        case _:
            context = error.get("ctx", {})
            hint = context.get("hint") or example
            return Diagnostic(kind, context.get("message", error["msg"]), place, hint)


def _synonym(model: type[BaseModel], location: Path, there: Mapping) -> str:
    """What to write in place of another tool's key."""
    found = synonym(model, location)
    if found is None:
        return ""
    if found[0][0] in there and len(found[0]) == 1:
        return f"leave it out: '{found[0][0]}' stands there already"
    *outer, key = found[0]
    under = f" under {'.'.join(outer)}" if outer else ""
    return f"write '{key}'{under} instead, such as {key}: {_flow((found[1].examples or [''])[0])}"


def _unknown(key: str, given: Any, here: list[str]) -> str:
    if key.startswith("x-"):
        return "keys of your own stand at the top of the spec"
    if key.isdigit() and given == "":
        return "a decimal mark is a point; a comma ends the entry"
    others = homes(key)
    belongs = f"'{key}' is a key of {', '.join(others[:MOST_HOMES])}" if others else ""
    return " ".join(filter(None, (nearest(key, here, "" if others else "keys here"), belongs)))


def _words(given: str, expected: str) -> str:
    words = [literal_eval(word) for word in re.findall(r"'(?:[^'\\]|\\.)*'", expected)]
    if all(word.replace("-", "").isalpha() for word in words):
        return nearest(given, words, "allowed here")
    if "\t" in words and given.lower() in {r"\t", "tab"}:
        return r'write "\t" in double quotes: elsewhere a backslash stands for itself'
    return f"allowed here: {', '.join(_flow(word, quoted=True) for word in words)}"


def _example(model: type[BaseModel], location: Path, words: bool = True) -> str:
    """The field's examples, as a spec would write them; without `words` only lists and mappings."""
    named = list(along(model, location))
    if not named:
        return ""
    name, field = named[-1]
    shown = [_flow(example) for example in field.examples or [] if words or not isinstance(example, str)][:2]
    return f"such as {name}: {' or '.join(shown)}" if shown else ""


def _flow(value: Any, quoted: bool = False) -> str:
    style = '"' if quoted else None
    text = yaml.safe_dump(value, default_flow_style=True, default_style=style, sort_keys=False, width=10**9)
    return str(text).strip().removesuffix("...").strip()
