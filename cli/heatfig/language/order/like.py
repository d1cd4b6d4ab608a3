"""As the labels of the other axis stand."""

from typing import Literal

from heatfig.language.hints import key, record


@record(noun="order")
class Like:
    """As the other axis, which has the same labels; where it is clustered, with its tree."""

    like: Literal["x", "y"] = key("the other axis", examples=["x"])
