"""What the colours of a panel show."""

from heatfig.compile.facets import View
from heatfig.language.read import FigureSpec


def quantity(spec: FigureSpec, view: View) -> object:
    """What the colours of a panel show; only equal quantities have one scale, unless the spec shares all colours."""
    if spec.document.share.color:
        return ()
    settings = view.settings
    moved = tuple(asked for asked in settings.normalize if asked.into is None)
    return view.quantity or tuple(file.file for file in settings.scores), settings.using, moved
