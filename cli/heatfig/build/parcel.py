"""What travels to a worker of a cluster and is drawn there: the compiled plan, so that it needs no disk of ours."""

from threading import Lock

from heatfig.build.answers import Answer, Failure, encoded
from heatfig.build.figure import Compiled, font_digests
from heatfig.build.fingerprint import current_versions
from heatfig.build.tasks import Task
from heatfig.layout.figure import Misfits, check_pixels, for_pixels, lay_out
from heatfig.plan.figure import FigurePlan
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.formats import IN_PIXELS

_DRAWING = Lock()


@dataclass(frozen=True, eq=False)
class Parcel:
    """What travels to a worker: a plan, the line for each file to carry, and what these name as drawing it."""

    plan: FigurePlan
    dpi: int
    lines: dict[str, str]
    drawing: dict[str, str]


def packed(task: Task, made: Compiled) -> Parcel:
    """A compiled figure, ready to travel."""
    dpi = task.dpi or made.plan.page.dpi
    lines = {form: made.made_from(form, dpi) for form in task.formats or made.plan.page.formats}
    return Parcel(made.plan, dpi, lines, _drawn_with(made.plan))


def draw_parcel(parcel: Parcel) -> Answer:
    """Lay out and draw a plan; runs on a worker.

    In one thread at a time: matplotlib's settings and parsers are one for a process, and a worker has several threads.
    """
    with _DRAWING:
        return _drawn(parcel)


def _drawn(parcel: Parcel) -> Answer:
    from heatfig.draw import draw
    from heatfig.runtime.rc import own_settings

    here = _drawn_with(parcel.plan)
    other = [f"{name} {here[name]} and not {wanted}" for name, wanted in parcel.drawing.items() if here[name] != wanted]
    if other:
        return encoded(Failure(other=", ".join(other)))
    with own_settings():
        try:
            scene = lay_out(parcel.plan)
            for form in parcel.lines:
                check_pixels(scene, form, parcel.dpi)
            pixels = for_pixels(scene, parcel.plan, parcel.dpi)
        except Misfits as misfits:
            return encoded(Failure(misfits.misfits))
        shown = {form: pixels if form in IN_PIXELS else scene for form in parcel.lines}
        return {form: draw(shown[form], form, parcel.dpi, line) for form, line in parcel.lines.items()}


def _drawn_with(plan: FigurePlan) -> dict[str, str]:
    """What a plan is drawn with here: versions, and the contents of fonts."""
    return current_versions() | {f"the font '{name}'": digest for name, digest in font_digests(plan).items()}
