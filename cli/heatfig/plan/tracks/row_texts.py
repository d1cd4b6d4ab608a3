"""Texts along an axis."""

from dataclasses import dataclass
from typing import Literal

from heatfig.plan.text import Text


@dataclass(frozen=True)
class RowTexts:
    """A text for each label of the axis along which it lies, and a heading for them."""

    texts: tuple[Text, ...]
    label: Text
    kind: Literal["text"] = "text"
