"""The key `panel`, which all orders have that look at cells."""

from typing import Any

from heatfig.language.hints import key


def panel_key() -> Any:
    """The panel at whose cells an order looks."""
    return key(
        "the panel to order by, by its `name`; if absent all panels that share the axis and show the same as the "
        "first one",
        default=None,
        examples=["b"],
    )
