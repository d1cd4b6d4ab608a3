"""One mapping over another: mappings merge at every depth, lists and all else replace.

A mapping that is one of several kinds merges only into the same kind; `default` takes back what was
said before.
"""

from collections.abc import Iterator
from typing import Any, assert_never

from heatfig.language.forms import Form, Kinds, MapOf, Record
from heatfig.language.hints import keys_of
from heatfig.language.keys import DOCUMENT
from heatfig.language.members import for_mapping, is_default, own_keys
from heatfig.language.model.figure import Panel
from heatfig.language.nodes import Mapping, Sequence, mapping_at


def merged(under: Any, over: Mapping, clashes: list[Any], form: Form = DOCUMENT) -> Mapping:
    """The mapping `over` with what it leaves unsaid from `under`; both are in full form.

    Predicates that cannot be told apart column by column, as one side lists them, are put to `clashes`.
    """
    kind, goes_on = _kind(under, over, form)
    match kind:
        case Record():
            forms = {key.name: key.form for key in keys_of(kind.cls).values()}
        case MapOf():
            forms = dict.fromkeys(over, kind.value)
        case Kinds() | None:
            return over
        case _:
            assert_never(kind)
    entries = dict(under) if goes_on else {}
    for key, value in over.items():
        given = entries.pop(key, None)
        if isinstance(kind, MapOf) or not is_default(value, forms[key]):
            if key == "where" and isinstance(given, Mapping | Sequence) and type(given) is not type(value):
                clashes.append(value)
            entries[key] = merged(given, value, clashes, forms[key]) if isinstance(value, Mapping) else value
    return mapping_at(entries, over.span)


def _kind(under: Any, over: Mapping, form: Form) -> tuple[Record | MapOf | Kinds | None, bool]:
    """What a mapping is of, and whether it goes on with the one below, as that is of the same."""
    kind = for_mapping(form, over)
    before = for_mapping(form, under) if isinstance(under, Mapping) else None
    if kind is None or (isinstance(kind, Record) and not own_keys(kind)):
        kind = before or kind  # what says nothing of its kind has that of what it is merged into
    return kind, before is kind and not (isinstance(kind, Record) and kind.cls.WHOLE)


def layered(panel: Mapping, own: Mapping, clashes: list[Any]) -> Iterator[tuple[Mapping, Mapping]]:
    """A panel as each of its layers has it, and of that what the panel itself says; the panel where it has none."""
    layers = panel.get("layers")
    if not isinstance(layers, Sequence) or not layers:
        yield panel, own
        return
    for number, layer in enumerate(layers):
        known = panel if number == 0 else _without(panel, "layers", "annotations")
        inside = merged(_without(own, "layers"), layer, clashes, Record(Panel)) if "layers" in own else own
        yield merged(known, layer, clashes, Record(Panel)), inside


def _without(node: Mapping, *keys: str) -> Mapping:
    return mapping_at({key: value for key, value in node.items() if key not in keys}, node.span)
