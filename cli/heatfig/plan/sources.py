"""Where a spec says what stands in a plan: it lies beside the plan, which knows nothing of it."""

from collections.abc import Mapping

from heatfig.diagnostics.origin import Origin

PlanPath = tuple[str | int, ...]  # fields and indices from the figure down, such as ("panels", 0, "x", "ticks", 3)
Sources = Mapping[PlanPath, Origin]


def origin_of(path: PlanPath, sources: Sources) -> Origin:
    """The origin of what stands at a path, or of the nearest thing around it that has one."""
    for length in range(len(path), -1, -1):
        if path[:length] in sources:
            return sources[path[:length]]
    return Origin(None, ())
