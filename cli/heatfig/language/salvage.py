"""What is left of a mapping when all that is wrong with it is taken out, so that no mistake hides the next."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from heatfig.diagnostics import Problems, Report
from heatfig.diagnostics.origin import Path
from heatfig.language.explain import explained
from heatfig.language.keys import THE_FIGURE, holder, homes, known
from heatfig.language.nodes import Mapping, Scalar
from heatfig.language.source import Source
from heatfig.language.synonyms import likeliest

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Salvaged(Generic[M]):
    """A model of what is whole of a mapping, that mapping, and the paths of what was taken out of it."""

    model: M
    node: Mapping
    broken: frozenset[Path]

    def broken_in(self, panel: int) -> frozenset[Path]:
        """The broken paths within one of the panels that the mapping lists."""
        return frozenset(path[2:] for path in self.broken if path[:2] == ("panels", panel))


def salvage(model: type[M], node: Mapping, source: Source, report: Report) -> Salvaged[M]:
    """Validate a mapping, note what is wrong with it and take that out.

    A misspelt key goes on under the name that it most likely means. Raises Problems where nothing
    can be left out: where the mapping as a whole, or its list of panels, is no such thing.
    """
    broken: set[Path] = set()
    whole = node
    while True:
        try:
            return Salvaged(model.model_validate(whole), whole, frozenset(broken))
        except ValidationError as error:
            if whole is node:  # what is wrong only after a mend follows from it
                report.found += explained(error, model, node, source)
                whole = deepcopy(node)
            errors = error.errors(include_url=False, include_context=False)
            for found in sorted(errors, key=lambda e: e["type"] != "extra_forbidden"):
                if found["type"] == "extra_forbidden":
                    broken |= _rename(model, whole, found["loc"])
                elif found["type"] != "missing" or found["loc"][-1] not in holder(whole, found["loc"]):
                    broken |= _drop(model, whole, found["loc"], report)


def _rename(model: type[BaseModel], node: Mapping, location: Path) -> set[Path]:
    """Give an unknown key the name that it most likely means, or take it out; what it may have been meant for."""
    key, inside = str(location[-1]), holder(node, location)
    value = inside.pop(key)
    meant = likeliest(model, location, [name for name in known(model, location) if name not in inside])
    if meant is not None:
        renamed = Scalar(meant)
        renamed.span = value.span
        inside[renamed] = value
        return set()
    panel = location[:2] if location[0] == "panels" else ()
    lost: set[Path] = {(*panel, key) if home == THE_FIGURE else (*panel, *home.split("."), key) for home in homes(key)}
    if len(location) > len(panel) + 1:
        return lost | {location[:-1]}
    return lost | {(*panel, required) for required in ("scores", "value", "axes") if required not in inside}


def _drop(model: type[BaseModel], node: Mapping, location: Path, report: Report) -> set[Path]:
    """Take out the innermost key of the language that holds a location; free keys, such as labels, go all at once."""
    at: Any = node
    path: Path = ()
    dropped: tuple[Mapping, Path] | None = None
    for depth, step in enumerate(location):
        if isinstance(at, Mapping) and step in at:
            if step not in known(model, location[: depth + 1]):
                break
            path = (*path, step)
            dropped = (at, path)
            at = at[str(step)]
        elif isinstance(at, list) and isinstance(step, int) and step < len(at):
            path = (*path, step)
            at = at[step]
    if dropped is None or dropped[1] == ("panels",):
        raise Problems(report.found)
    holding, lost = dropped
    del holding[str(lost[-1])]
    return {lost}
