"""Texts along an axis."""

from typing import Literal

from heatfig.plan.text import Text
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class RowTexts:
    """A text for each label of the axis along which it lies, and a heading for them."""

    texts: tuple[Text, ...]
    label: Text
    kind: Literal["text"] = "text"
