"""Values of the language as one would write them: what the reference and the schema show of defaults."""

from typing import Any

from heatfig.language.forms import Form
from heatfig.language.hints import OFF, keys_of
from heatfig.language.members import members_of
from heatfig.language.scalars.length import LENGTH, POINTS
from heatfig.language.templates import Template


def plain(value: Any, form: Form) -> Any:
    """A default in the data of YAML; of a record only what differs from its own defaults."""
    match value:
        case None:
            return "none" if OFF in members_of(form) else None
        case bool() | str() | int():
            return value
        case float():
            return f"{value / POINTS['mm']:g}mm" if LENGTH in members_of(form) else _whole(value)
        case tuple():
            return [plain(item, form) for item in value]
        case dict():
            return dict(value)
        case Template():
            return str(value)
        case _:
            keys = keys_of(type(value)).values()
            given = {key: getattr(value, key.attribute) for key in keys}
            return {key.name: plain(held, key.form) for key, held in given.items() if held != key.default}


def _whole(number: float) -> float | int:
    return int(number) if number.is_integer() else number
