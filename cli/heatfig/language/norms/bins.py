"""Equal classes."""

from heatfig.language.hints import key, record
from heatfig.language.scalars import Integer, Text


@record(noun="norm")
class Bins:
    """So many classes of equal width over the range, each of one colour."""

    bins: Integer = key("how many classes there are", examples=[7])
    labels: tuple[Text, ...] | None = key(
        "texts on the colorbar, one for each class or for each edge, both ends included; if absent the edges' scores",
        default=None,
        examples=[list("GFEDCBA")],
    )
