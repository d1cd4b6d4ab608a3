"""Rules of scores that are texts, of which each has the colour of its category."""

from heatfig.language.model.settings import Settings
from heatfig.language.order import Cluster, Eigenvectors
from heatfig.language.rules import Rules
from heatfig.language.rules.scale import refuse_given
from heatfig.scales.sides import AXES


def check_text_scores(settings: Settings, rules: Rules) -> None:
    """Nothing is asked of texts that takes numbers."""
    refuse_given(
        settings,
        rules,
        range="categories have no range",
        norm="categories have no norm",
        colorbar="categories have a legend in place of a colorbar",
        normalize="texts cannot be normalized",
    )
    for name in AXES:
        order = settings.axes.of(name).order
        if isinstance(order, Cluster | Eigenvectors) and rules.is_valid("axes", name):
            message = f"texts have no {'distances to cluster by' if isinstance(order, Cluster) else 'eigenvectors'}"
            rules.refuse("contradiction", message, "axes", name, "order", hint="another order, such as sorted")
    if rules.is_valid("aggregate"):
        _check_aggregate(settings, rules)


def _check_aggregate(settings: Settings, rules: Rules) -> None:
    """Of several texts in a cell one is chosen."""
    aggregate = settings.aggregate
    if aggregate is None:
        return
    if aggregate.using != "first":
        message = f"texts have no {aggregate.using}: of several in a cell only the `first` can be meant"
        rules.refuse("contradiction", message, "aggregate", "using", hint="aggregate: first, or `where` leaves one")
    if aggregate.spread is not None:
        rules.refuse("contradiction", "texts have no spread", "aggregate", "spread", hint="leave it out")
