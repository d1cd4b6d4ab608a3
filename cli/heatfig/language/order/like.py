"""As the labels of the other axis stand."""

from typing import Literal

from heatfig.language.hints import key, record


@record(noun="order")
class Like:
    """As the other axis, which must have the same labels. If it is clustered, its tree is shared."""

    like: Literal["x", "y"] = key("the other axis", examples=["x"])
