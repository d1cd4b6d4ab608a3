"""All numbers of each row or column, on the scale that panels share."""

from collections.abc import Callable, Sequence

from heatfig.compile.summaries import summary_of
from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.compile.tracks.scaled import label_of, on_scale, sharing
from heatfig.data.columns.arrays import Floats
from heatfig.data.summary import numbers_along
from heatfig.language.summary import Summary
from heatfig.language.tracks.distribution import Distribution as Spec
from heatfig.plan.text import Text
from heatfig.plan.tracks.box import Boxes
from heatfig.plan.tracks.violin import Violins
from heatfig.runtime.arrays import RGB

Make = Callable[[Sequence[Floats], Text, RGB], Violins | Boxes]


def distribution(place: TrackPlace, spec: Spec, make: Make) -> MadeTrack:
    """What is made of the numbers of all labels, on a scale that spans them and those of other panels."""
    field = Summary(field=spec.field, where=spec.where)
    each = numbers_along(place.axis_cells, summary_of(field), place.at)
    track = make(each, label_of(place, field, spec.label), place.color(spec.color, "color"))

    def over(shown: Sequence[float]) -> MadeTrack:
        return MadeTrack(on_scale(place, spec, track, shown))

    return sharing(place, [field], [number for numbers in each for number in numbers.tolist()], over)
