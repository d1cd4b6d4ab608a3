"""Texts: for each label a template filled in with what is said of it."""

import math
from collections.abc import Iterator
from functools import partial

from heatfig.compile.axes.line_styles import line_styles
from heatfig.compile.predicates import compiled
from heatfig.compile.texts import data_text, headed, set_in
from heatfig.compile.tracks.facts import facts, is_numeric
from heatfig.compile.tracks.place import Made, TrackPlace
from heatfig.data.summary import Summary, summarized
from heatfig.diagnostics import Place, problem
from heatfig.language.templates import Placeholder
from heatfig.language.tracks.text import LineTexts as Asked
from heatfig.plan.tracks.row_texts import RowTexts
from heatfig.scales.number_format import for_people
from heatfig.scales.words import FIELDS


def texts(place: TrackPlace, asked: Asked) -> Made:
    """The texts, none where a field has no value; raises Problems where a label has several values of a field."""
    columns = [
        [part] * len(place.keys) if isinstance(part, str) else list(_filled(place, asked, part))
        for part in asked.text.parts
    ]
    if asked.where and asked.using is None and not any(str(part.field) in FIELDS for part in asked.text.fields):
        message = "`where` chooses the cells to summarize, and the text summarizes none"
        raise problem("contradiction", message, place.at("where"), "using: mean, too, or leave it out")
    styles = line_styles(place.cells, asked.style, place.axis, partial(place.at, "style"))
    filled = ("" if None in parts else "".join(map(str, parts)) for parts in zip(*columns, strict=True))
    return Made(
        RowTexts(
            tuple(set_in(data_text(text), style) for text, style in zip(filled, styles, strict=True)),
            headed(asked.label),
        )
    )


def _filled(place: TrackPlace, asked: Asked, part: Placeholder) -> Iterator[str | None]:
    """What stands for a field at each label."""
    name = str(part.field)
    if asked.using is not None or name in FIELDS:
        where = compiled(asked.where) if asked.where else None
        numbers = summarized(place.lines, Summary(name, asked.using, where), partial(_at, place))
        yield from (_number(place, part, number) for number in numbers.tolist())
        return
    if part.format is not None and not is_numeric(place, name):
        message = f"the column '{name}' holds texts, which have no format"
        raise problem("not-a-number", message, place.at("text"), f"{{{name}}}")
    for fact in facts(place, name):
        if fact is None or not fact.text:
            yield None
        else:
            yield fact.text if part.format is None else _number(place, part, fact.number)


def _number(place: TrackPlace, part: Placeholder, number: float) -> str | None:
    try:
        return None if math.isnan(number) else for_people(number, part.format)
    except ValueError as error:
        raise problem(
            "bad-format", f"the text '{part}' does not fit: {error}", place.at("text"), "such as .1f"
        ) from None


def _at(place: TrackPlace, *steps: str | int) -> Place:
    """The place of a field is that of the text that names it."""
    return place.at("text") if steps[:1] == ("field",) else place.at(*steps)
