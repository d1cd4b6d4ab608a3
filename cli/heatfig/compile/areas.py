"""How panels stand together: how many of them in a row."""

from math import ceil

from heatfig.language.model.figure import Figure

MOST_FACETS = 4  # in a row, where the spec does not say


def panels_across(figure: Figure, count: int) -> int:
    """Panels in a row: as asked, else all of them; more facets than stand in a row are shared out over even rows."""
    asked = figure.layout.across if figure.facet is None else figure.facet.across or figure.layout.across
    if isinstance(asked, int):
        return min(asked, count)
    return count if asked == "all" or figure.facet is None else ceil(count / ceil(count / MOST_FACETS))
