"""What the colours of a panel show."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Literal, assert_never

from heatfig.compile.texts import data_text, titled
from heatfig.compile.view import View
from heatfig.language.model.colors import Stops
from heatfig.language.read import FigureSpec
from heatfig.plan.text import Text
from heatfig.scales.words import Normalization

# What a panel may say of its norm by itself.
OwnKey = tuple[Literal["range", "norm"]] | tuple[Literal["colormap"], Literal["stops", "categories"]]
OWN: tuple[OwnKey, ...] = (("range",), ("norm",), ("colormap", "stops"), ("colormap", "categories"))


def quantity(view: View) -> object:
    """What the colours of a panel show; only equal quantities have one scale, unless the spec shares all colours."""
    if view.figure.document.share.color:
        return ()
    settings = view.settings
    moved = tuple(step for step in settings.normalize if step.into is None)
    return view.quantity or tuple(file.file for file in settings.scores), settings.using, moved


def quantity_label(view: View) -> Text:
    """The name of what a colorbar shows, unless a title says it, or nobody has named it."""
    name, using = view.quantity, view.settings.using
    titles = [view.title.content, titled(view.figure.document.title).content][: 2 if _one_quantity(view.figure) else 1]
    if not name or re.search(rf"\b{re.escape(name.casefold())}\b", " ".join(titles).casefold()):
        return Text()
    name = name if using is None or view.settings.value is None else f"{using} {name}"
    for step in view.settings.normalize:
        if step.into is None:
            name = _normalized_name(name, step.using)
    return data_text(name)


def _normalized_name(name: str, using: Normalization) -> str:
    match using:
        case "share":
            return f"share of {name}"
        case "unit":
            return f"normalized {name}"
        case "zscore":
            return f"z-score of {name}"
        case "rank":
            return f"rank of {name}"
        case "center":
            return f"{name} from its mean"
        case "minmax":
            return f"{name} from 0 to 1"
    assert_never(using)


def _one_quantity(spec: FigureSpec) -> bool:
    """Whether all panels and layers show scores of one name, so that the figure's title can say it."""
    return len({layer.settings.quantity for panel in spec.panels for layer in (panel, *panel.over)}) == 1


def shared_by(view: View) -> object:
    """What the panels that share one norm have in common."""
    shared = view.figure.document.share.color
    if shared is not None:
        return view.layer if shared else (view.index, view.layer)
    if any(view.spec.sets(*own) for own in OWN):
        return view.index, view.layer
    return quantity(view), stops_of(view), view.settings.range, view.settings.norm


def sharing(views: Sequence[View]) -> Iterable[list[View]]:
    """The layers of all views, grouped by the norm that they share."""
    groups: dict[object, list[View]] = {}
    for layer in chain.from_iterable(view.layers for view in views):
        groups.setdefault(shared_by(layer), []).append(layer)
    return groups.values()


def stops_of(view: View) -> tuple[float, ...]:
    """The scores that have colours of their own, where some have."""
    spec = view.settings.colormap
    return tuple(sorted(spec.stops)) if isinstance(spec, Stops) else ()
