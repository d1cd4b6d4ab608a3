"""Scene → calls of a renderer of matplotlib: a walk over primitives that decides nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, assert_never

import numpy as np
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D, IdentityTransform

from heatfig.layout.scene.items import CellGroup, Circle, Image, Item, Lines, Pen, Point, Polygon, Rect, Scene, TextRun
from heatfig.layout.scene.role import Role
from heatfig.runtime.arrays import RGB
from heatfig.runtime.fonts import font_properties

# A unit circle of four arcs, which no eye tells from a true one: they differ by 0.03 % of the radius.
_K = 4 / 3 * (2**0.5 - 1)
_ROUND = (
    (1.0, 0.0), (1.0, _K), (_K, 1.0), (0.0, 1.0), (-_K, 1.0), (-1.0, _K), (-1.0, 0.0),
    (-1.0, -_K), (-_K, -1.0), (0.0, -1.0), (_K, -1.0), (1.0, -_K), (1.0, 0.0), (1.0, 0.0),
)  # fmt: skip
JOINED = ("margin", "strip")  # what reaches under its like beside the grid
_ARCS = [Path.MOVETO, *[Path.CURVE4] * 12, Path.CLOSEPOLY]


def paint(scene: Scene, renderer: Any, outlined: bool = False) -> None:
    """Walk the scene in order with the renderer of a backend, from the page's colour up; texts `outlined` as shapes.

    A Figure to hold the scene would ask for all of matplotlib: a third of what a PNG or SVG costs.
    """
    walk = _Walk(renderer, scene, outlined)
    if scene.background is not None:
        walk.draw(Rect(Role("page"), 0, 0, scene.width, scene.height, scene.background))
    for item in scene.items:
        walk.draw(item)


class _Walk:
    def __init__(self, renderer: Any, scene: Scene, outlined: bool) -> None:
        self.renderer = renderer
        self.outlined = outlined
        self.height = scene.height
        self.families = scene.families
        self.scale = renderer.points_to_pixels(1.0)

    def draw(self, item: Item) -> None:
        match item:
            case CellGroup():
                self._cell_group(item)
            case Rect() if item.role.kind in JOINED:
                self.renderer.open_group(item.role.kind, gid=item.role.id)
                self._rectangle(item)
                self.renderer.close_group(item.role.kind)
            case Rect():
                self._rectangle(item)
            case Polygon():
                self._fill(Path(self._up([*item.points, item.points[0]]), closed=True), item.fill)
            case Circle():
                self._circle(item)
            case Lines():
                self._lines(item)
            case TextRun():
                self._text(item)
            case Image():
                self._image(item)
            case _:
                assert_never(item)

    def _cell_group(self, item: CellGroup) -> None:
        self.renderer.open_group("cell", gid=item.role.id)
        # Only the SVG renderer has a writer; it is not public, and has no other way to a <title>.
        writer = getattr(self.renderer, "writer", None)
        if writer is not None:
            writer.element("title", text=item.title)
        for inner in item.items:
            self.draw(inner)
        self.renderer.close_group("cell")

    def _rectangle(self, item: Rect) -> None:
        inset = 0.0 if item.edge is None else min(item.edge.width, item.width, item.height) / 2
        x0, y0, x1, y1 = item.x + inset, item.y + inset, item.x + item.width - inset, item.y + item.height - inset
        path = Path(self._up([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]), closed=True)
        self._fill(path, item.fill, item.edge, 2 * inset)

    def _circle(self, item: Circle) -> None:
        inset = 0.0 if item.edge is None else min(item.edge.width, item.radius) / 2
        radius = item.radius - inset
        path = Path(self._up((item.x + radius * u, item.y + radius * v) for u, v in _ROUND), _ARCS)
        self._fill(path, item.fill, item.edge, 2 * inset)

    def _fill(self, path: Path, fill: RGB | None, edge: Pen | None = None, width: float = 0.0) -> None:
        with self._context((edge.color if edge else fill) or (0, 0, 0)) as context:
            context.set_linewidth(width)
            if edge is not None and edge.dashes:
                context.set_dashes(0, edge.dashes)
            self.renderer.draw_path(context, path, IdentityTransform(), fill and _unit(fill))

    def _lines(self, item: Lines) -> None:
        with self._context(item.color) as context:
            context.set_linewidth(item.width)
            if item.dashes:
                context.set_dashes(0, item.dashes)
            paths = [Path(self._up(stroke), closed=stroke[0] == stroke[-1]) for stroke in item.strokes]
            if paths:
                self.renderer.draw_path(context, Path.make_compound_path(*paths), IdentityTransform())

    def _text(self, item: TextRun) -> None:
        y = item.y if self.renderer.flipy() else self.height - item.y
        font = font_properties(self.families, item.size, item.bold, item.italic)
        if self.outlined:
            self._shapes(item, font)
            return
        with self._context(item.color) as context:
            self.renderer.draw_text(
                context, item.x * self.scale, y * self.scale, item.content, font, item.angle, ismath=item.math
            )

    def _shapes(self, item: TextRun, font: Any) -> None:
        """A text as filled shapes."""
        outline = TextPath((0, 0), item.content, prop=font, usetex=False)
        place = Affine2D().rotate_deg(item.angle).translate(item.x, self.height - item.y).scale(self.scale)
        with self._context(item.color) as context:
            context.set_linewidth(0)
            self.renderer.draw_path(context, outline, place, _unit(item.color))

    def _image(self, item: Image) -> None:
        opaque = np.full(item.pixels.shape[:2], True) if item.holes is None else ~item.holes
        pixels = np.dstack([item.pixels, opaque.astype(np.uint8) * 255])
        left, lower = item.x * self.scale, (self.height - item.y - item.height) * self.scale
        width, height = item.width * self.scale, item.height * self.scale
        with self._context((0, 0, 0)) as context:
            context.set_gid(item.role.id)  # else equal images would have equal ids in the SVG
            if self.renderer.option_scale_image():
                place = Affine2D().scale(width, height)
                self.renderer.draw_image(context, left, lower, pixels[::-1], place)
            else:
                columns, rows = _device(left, width), _device(lower, height)
                sampled = _sampled(pixels[::-1], rows, lower, height, columns, left, width)
                self.renderer.draw_image(context, columns.start, rows.start, sampled)

    @contextmanager
    def _context(self, color: RGB) -> Iterator[Any]:
        context = self.renderer.new_gc()
        context.set_foreground(_unit(color), isRGBA=True)
        try:
            yield context
        finally:
            context.restore()

    def _up(self, points: Any) -> list[Point]:
        return [(x * self.scale, (self.height - y) * self.scale) for x, y in points]


def _unit(color: RGB) -> tuple[float, float, float, float]:
    red, green, blue = color
    return (red / 255, green / 255, blue / 255, 1.0)


def _device(low: float, extent: float) -> range:
    """The device pixels whose centers an image covers along one axis."""
    return range(round(low), max(round(low) + 1, round(low + extent)))


def _sampled(pixels: Any, rows: range, lower: float, height: float, columns: range, left: float, width: float) -> Any:
    """For each device pixel the image pixel under its center, or the mean of those that it covers."""
    return _along(_along(pixels, rows, lower, height, 0), columns, left, width, 1)


def _along(pixels: Any, device: range, low: float, extent: float, axis: int) -> Any:
    count = pixels.shape[axis]
    if count <= len(device):
        centers = (np.array(device) + 0.5 - low) / extent * count
        return np.take(pixels, np.clip(centers.astype(int), 0, count - 1), axis=axis)
    edges = np.linspace(0, count, len(device), endpoint=False).astype(int)
    sums = np.add.reduceat(pixels.astype(np.float64), edges, axis=axis)
    sizes = np.diff([*edges, count])
    return np.round(sums / sizes.reshape((-1, 1, 1) if axis == 0 else (1, -1, 1))).astype(np.uint8)
