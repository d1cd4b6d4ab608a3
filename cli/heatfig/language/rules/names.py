"""Rules of the names of panels, and of the grid in which they stand."""

from collections import Counter

from heatfig.diagnostics import nearest
from heatfig.language.model.figure import Figure, panel_id
from heatfig.language.nodes import Sequence
from heatfig.language.rules import Rules

Grid = tuple[tuple[str | None, ...], ...]


def check_names(figure: Figure, rules: Rules) -> None:
    """No two panels have one id, and a grid has a rectangle for each of them."""
    panels = rules.node.get("panels")
    written = panels if isinstance(panels, Sequence) else [{}]
    ids = [panel_id(panel.get("name"), index) for index, panel in enumerate(written)]
    for index, name in enumerate(ids):
        if not name:
            rules.refuse("empty-list", "the name is empty", "panels", index, "name", hint="leave it out for none")
        elif name in ids[:index]:
            named = index if "name" in written[index] else ids.index(name)
            message = f"two panels are named '{name}'"
            rules.refuse("listed-twice", message, "panels", named, "name", hint="a name of its own for each")
    grid = figure.layout.grid
    if grid is None:
        return
    for other, visited in (("layout.across", figure.layout.across), ("facet", figure.facet)):
        if visited is not None:
            message = f"`layout.grid` and `{other}` cannot be used together"
            rules.refuse("contradiction", message, "layout", "grid", hint="keep one of them")
            return
    _check_grid(grid, ids, rules)


def _check_grid(grid: Grid, ids: list[str], rules: Rules) -> None:
    if len({len(row) for row in grid}) != 1 or not grid[0]:
        hint = "[[a, b], [c, c]]; an empty place is `none`"
        rules.refuse("empty-list", "the rows of the grid differ in length", "layout", "grid", hint=hint)
        return
    places = {(row, column): name for row, names in enumerate(grid) for column, name in enumerate(names) if name}
    for (row, column), name in places.items():
        if name not in ids:
            path = ("layout", "grid", row, column)
            rules.refuse("unknown-label", f"no panel is named '{name}'", *path, hint=nearest(name, ids, "panels"))
    for name in ids:
        visited = [place for place, one in places.items() if one == name]
        if not visited:
            message = f"the panel '{name}' has no place in the grid"
            rules.refuse("unlisted-label", message, "layout", "grid", hint="name it in a row; each panel stands there")
        elif not _is_rectangle(visited):
            path = ("layout", "grid", *visited[-1])
            rules.refuse(
                "contradiction", f"the places of '{name}' do not form a rectangle", *path, hint="[[a, b], [c, c]]"
            )


def _is_rectangle(visited: list[tuple[int, int]]) -> bool:
    rows, columns = Counter(row for row, _ in visited), Counter(column for _, column in visited)
    whole = len(visited) == len(rows) * len(columns)
    return whole and all(max(n) - min(n) + 1 == len(n) for n in (rows, columns))
