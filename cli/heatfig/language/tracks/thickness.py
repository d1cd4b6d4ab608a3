"""How far what stands beside a grid reaches out."""

from typing import Any

from heatfig.language.hints import key


def thickness_key(what: str) -> Any:
    """How far something reaches out from the grid."""
    return key(f"{what}; follows from the font if absent", default=None, examples=["20mm"])
