"""The bytes of a spec → Source."""

import re

import yaml

from heatfig.diagnostics import Place, problem
from heatfig.language.compose import Composer
from heatfig.language.source import Source, place_in
from heatfig.language.span import Span
from heatfig.language.yaml_errors import explained
from heatfig.runtime.score_formats import format_of
from heatfig.runtime.text import MOST_OF_A_SPEC, decode

_SEPARATOR = re.compile("[\u2028\u2029]")


def parse(content: bytes, file: str) -> Source:
    """Read a spec's bytes; raises Problems for anything that is not one mapping of plain YAML."""
    if format_of(file) is not None:
        hint = f"heatfig init {file} writes a spec that draws it"
        raise problem("not-a-mapping", "a score file where a spec is wanted", Place(file), hint)
    if len(content) > MOST_OF_A_SPEC:
        raise problem(
            "too-large", f"the spec is over {MOST_OF_A_SPEC:,} bytes", Place(file), "scores belong in a CSV file"
        )
    text = decode(content, file)
    lines = tuple(text.split("\n"))
    _refuse_separators(file, lines)
    try:
        composer = Composer(file, lines)
        root = composer.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        code, message, span, hint = explained(error, file, lines)
        raise problem(code, message, place_in(lines, span), hint) from None
    except yaml.YAMLError as error:
        raise problem("not-yaml", f"not YAML: {str(error).splitlines()[0]}", Place(file)) from None
    return Source({file: lines}, root, composer.faults.found())


def _refuse_separators(file: str, lines: tuple[str, ...]) -> None:
    """The parser ends a line where nobody sees one end."""
    for number, line in enumerate(lines):
        found = _SEPARATOR.search(line)
        if found:
            message = f"YAML takes the invisible character U+{ord(found.group()):04X} for the end of a line"
            place = place_in(lines, Span(file, number, found.start(), number, found.end()))
            raise problem("control-character", message, place, 'take it out; in double quotes "\\n" breaks a line')
