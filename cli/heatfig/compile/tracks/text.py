"""Texts: for each label a template filled in with what is said of it."""

import math
from collections.abc import Iterator
from functools import partial

from heatfig.compile.axes.line_styles import line_styles
from heatfig.compile.conditions import ShownFirst
from heatfig.compile.predicates import compiled
from heatfig.compile.texts import data_text, set_in, titled
from heatfig.compile.tracks.facts import facts, is_numeric, numbers_of
from heatfig.compile.tracks.numbered import with_numbers
from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.data.summary import Summary, summarized
from heatfig.diagnostics import Place, problem
from heatfig.language.templates import Placeholder
from heatfig.language.tracks.text import RowTexts as Spec
from heatfig.plan.text import TextStyle
from heatfig.plan.tracks.row_texts import RowTexts
from heatfig.runtime.arrays import Floats
from heatfig.scales.number_format import for_people
from heatfig.scales.words import FIELDS


def texts(place: TrackPlace, spec: Spec) -> MadeTrack:
    """The texts, none where a field has no value; raises Problems where a label has several values of a field."""
    columns = [
        [part] * len(place.keys) if isinstance(part, str) else list(_filled(place, spec, part))
        for part in spec.text.parts
    ]
    if spec.where and spec.using is None and not any(str(part.field) in FIELDS for part in spec.text.fields):
        message = "`where` chooses the cells to summarize, and the text summarizes none"
        raise problem("contradiction", message, place.at("where"), "using: mean, too, or leave it out")
    styles = _styles(place, spec)
    filled = ("" if None in parts else "".join(map(str, parts)) for parts in zip(*columns, strict=True))
    return MadeTrack(
        RowTexts(
            tuple(set_in(data_text(text), style) for text, style in zip(filled, styles, strict=True)),
            titled(spec.label),
        )
    )


def _styles(place: TrackPlace, spec: Spec) -> Iterator[TextStyle]:
    """How each is set, by conditions over the first number that the texts show, and the columns of the cells."""
    first = next((part for part in spec.text.fields if _summarizes(spec, part) or _is_number(place, part)), None)

    def numbers() -> Floats:
        if first is None:
            message = "a condition looks at the track's number, and its text shows none"
            raise problem("not-a-number", message, place.at("style"), "name a column, as in {bold: {family: Heron}}")
        return _numbers(place, spec, first)

    form = None if first is None else first.format
    panel, at = with_numbers(place, numbers), partial(place.at, "style")
    return line_styles(panel, spec.style, place.axis, at, shown=ShownFirst(form=form))


def _summarizes(spec: Spec, part: Placeholder) -> bool:
    """Whether a field stands for numbers of cells that become one."""
    return spec.using is not None or str(part.field) in FIELDS


def _is_number(place: TrackPlace, part: Placeholder) -> bool:
    """Whether a field stands for one number of each label."""
    return is_numeric(place, str(part.field))


def _numbers(place: TrackPlace, spec: Spec, part: Placeholder) -> Floats:
    """The number of a field at each label, NaN for none."""
    name = str(part.field)
    if not _summarizes(spec, part):
        return numbers_of(facts(place, name))
    where = compiled(spec.where) if spec.where else None
    return summarized(place.axis_cells, Summary(name, spec.using, where), partial(_at, place))


def _filled(place: TrackPlace, spec: Spec, part: Placeholder) -> Iterator[str | None]:
    """What stands for a field at each label."""
    name = str(part.field)
    if _summarizes(spec, part):
        yield from (_number(place, part, number) for number in _numbers(place, spec, part).tolist())
        return
    if part.format is not None and not _is_number(place, part):
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
