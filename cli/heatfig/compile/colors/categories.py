"""Colours of categories, be they scores or beside the grid, and their entries in the legend."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import assert_never

from heatfig.compile.axes.match_labels import quoted
from heatfig.compile.colors.helix import helix_table
from heatfig.compile.colors.named import color_at
from heatfig.compile.guides.legend import Explained
from heatfig.compile.texts import data_text, spec_text
from heatfig.compile.view import View
from heatfig.diagnostics import Place, Report, nearest, problem
from heatfig.diagnostics.origin import Origin, Path
from heatfig.language.model.colors import Blend, Categories, Colormap, CubeHelix, NamedColormap, ScoreCategories, Stops
from heatfig.language.scalars import PaletteFile
from heatfig.plan.guides.legend import LegendEntry
from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB, Bytes
from heatfig.runtime.deferred import dataclass
from heatfig.scales.colors import ColorError, named_table
from heatfig.scales.palettes import PALETTE

Colors = dict[str, RGB]
CONTINUOUS = 64  # from so many colours on a colormap is sampled evenly


@dataclass(frozen=True)
class CategoryColumn:
    """A column of categories with its colormap, which is at `path` in the panel's spec."""

    view: View
    column: str
    colormap: Categories | Colormap | None
    path: Path = ()

    def origin(self, *steps: str | int) -> Origin:
        """The origin of a setting of the colormap."""
        return self.view.origin(*self.path, "colormap", *steps)

    def at(self, *steps: str | int) -> Place:
        """The place of a setting of the colormap."""
        return self.view.at(*self.path, "colormap", *steps)

    def key_at(self, category: str) -> Place:
        """The place of a category in the list of colours."""
        return self.view.key_at(*self.path, "colormap", "categories", category)

    def label_origin(self, category: str) -> Origin:
        """The origin of a category's text: a key beside the colormap of a strip, and within that of scores."""
        within = ("colormap",) if isinstance(self.colormap, ScoreCategories) else ()
        return self.view.origin(*self.path, *within, "labels", category)

    @property
    def listed(self) -> Mapping[str, str] | None:
        """The colours by category that the spec or its palette file lists; None without a list."""
        if not isinstance(self.colormap, Categories):
            return None
        categories = self.colormap.categories
        if isinstance(categories, PaletteFile):
            return self.view.figure.palettes.get(categories, {})
        return categories if isinstance(categories, dict) else None

    @property
    def written(self) -> bool:
        """Whether the spec itself lists the categories, each of which the data must then have."""
        return isinstance(self.colormap, Categories) and isinstance(self.colormap.categories, dict)


def category_colors(categories: CategoryColumn, used: Sequence[str]) -> Colors:
    """The colour of each category; raises Problems for a category without one."""
    if categories.listed is not None:
        return _listed(categories, categories.listed, used)
    colors = _palette(categories, len(used))
    if len(used) > len(colors):
        message = f"the column '{categories.column}' has {len(used)} categories, and there are {len(colors)} colours"
        own = isinstance(categories.colormap, Categories)
        place = categories.at() if own else categories.view.at(*categories.path, "field")
        raise problem("unlisted-label", message, place, "colormap: {categories: {CATEGORY: COLOUR, …}}")
    return dict(zip(used, colors, strict=False))


def explained(
    categories: CategoryColumn, colors: Colors, labels: Mapping[str, str], heading: Text
) -> Iterator[Explained]:
    """The legend's entry for each category, and the origin of its text."""
    for category, color in colors.items():
        inside = categories.origin("categories", *([category] if categories.written else []))
        origin = categories.label_origin(category) if category in labels else inside
        yield LegendEntry(category_text(category, labels), color, "none", heading), origin


def category_text(category: str, labels: Mapping[str, str]) -> Text:
    """The text that stands for a category."""
    return spec_text(labels[category]) if category in labels else data_text(category)


def check_renamed(categories: CategoryColumn, colors: Colors, labels: Mapping[str, str]) -> None:
    """Raise Problems for texts of categories that do not exist."""
    report = Report()
    for category in labels:
        if category not in colors:
            where = categories.view.figure.key_place(categories.label_origin(category))
            hint = report.nearest(category, list(colors), "categories")
            report.add("unknown-label", f"no colour is given for '{category}'", where, hint)
    report.check()


def check_written(categories: CategoryColumn, known: Collection[str]) -> None:
    """Raise Problems for categories that this spec lists and no row has; a spec that it extends may list more."""
    report, listed = Report(), list(categories.listed or ()) if categories.written else []
    here = [n for n, each in enumerate(listed) if categories.key_at(each).file == categories.view.figure.source.file]
    absent = [number for number in here if listed[number] not in known]

    def explain(number: int) -> tuple[str, Place, str]:
        category, others = listed[absent[number]], [each for each in known if each not in listed]
        hint = nearest(category, others, "not listed yet" if len(others) > 1 else "") or "take it out"
        return f"no row has {categories.column} '{category}'", categories.key_at(category), hint

    report.add_some("unknown-label", len(absent), explain)
    report.check()


def _listed(categories: CategoryColumn, listed: Mapping[str, str], used: Sequence[str]) -> Colors:
    """The colours of a list; raises Problems for categories that it lacks."""
    report, colors = Report(), dict[str, RGB]()
    for category, text in listed.items():
        with report.collecting():
            colors[category] = color_at(text, categories.at("categories", *([category] if categories.written else [])))
    lacking = [category for category in used if category not in listed]
    if lacking:
        message = f"no colour is given for {categories.column} {quoted(lacking)}"
        hint = report.nearest(lacking[0], [each for each in listed if each not in used], "categories")
        report.add("unlisted-label", message, categories.at("categories"), hint or "categories: {CATEGORY: COLOUR, …}")
    report.check()
    return {category: color for category, color in colors.items() if categories.written or category in used}


def _palette(categories: CategoryColumn, count: int) -> Sequence[RGB]:
    """The colours to give to `count` categories in turn."""
    match categories.colormap:
        case None:
            return PALETTE
        case Blend():
            return [color_at(text, categories.at("colors", n)) for n, text in enumerate(categories.colormap.colors)]
        case NamedColormap():
            return _of_map(categories.colormap.name, categories.at("name"), count)
        case CubeHelix():
            return _spread(helix_table(categories.colormap.cubehelix), count)
        case Categories():
            return _of_map(str(categories.colormap.categories), categories.at("categories"), count)
        case Stops():
            message, hint = "stops are colours of numbers, and this column holds texts", "categories: {…}, or a list"
            raise problem("contradiction", message, categories.at("stops"), hint)
    assert_never(categories.colormap)


def _of_map(name: str, place: Place, count: int) -> list[RGB]:
    """The colours of a qualitative colormap, or `count` evenly spaced ones of a continuous one."""
    try:
        table = named_table(name)
    except ColorError as error:
        raise problem("unknown-colormap", str(error), place, error.hint) from None
    return _spread(table, count)


def _spread(table: Bytes, count: int) -> list[RGB]:
    if len(table) > CONTINUOUS:
        table = table[[int((number + 0.5) / count * len(table)) for number in range(count)]]
    return [(int(red), int(green), int(blue)) for red, green, blue in table]
