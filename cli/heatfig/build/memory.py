"""What memory the scores of a spec take, told of its files' sizes without reading them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from heatfig.build.files import IN_COLUMNS, Files
from heatfig.build.forms import reading_of
from heatfig.build.loading import Loader
from heatfig.build.preaggregation import by_block, needing_all
from heatfig.build.specs import spec_at
from heatfig.compile.transforms import Verbs
from heatfig.data.preaggregation import combinable
from heatfig.data.wanted import Wanted
from heatfig.diagnostics import Report
from heatfig.language.model.figure import panel_id
from heatfig.language.model.scores import ScoreFile
from heatfig.language.model.settings import Settings
from heatfig.runtime.files.find import size_of
from heatfig.runtime.score_formats import format_of, suffix_of

_UNITS = ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"))


LARGE = 256 * 1024 * 1024  # what memory such a file takes is told unasked


def large(path: Path, hashes: Iterable[str]) -> bool:
    """Whether one of the files that a spec was made from is large."""
    return any(size_of(path.parent / file) > LARGE for file in hashes)


def memory_of(path: Path, root: Path | None) -> Iterator[str]:
    """For each panel and file of a spec how it is read, and what memory it takes as a whole; raises Problems."""
    spec = spec_at(path, root)
    loader, report = Loader(spec, Files(path.parent, root, {})), Report()
    loader.prepare(report)
    report.check()
    for panel in loader.spec.panels:
        name = f" {panel_id(panel.settings.name, panel.index)}:" if len(spec.panels) > 1 else ""
        for file, verbs, wanted in loader.readings(panel):
            size = size_of(path.parent / file.file.file)
            how = _read(file.file, panel.settings, verbs, wanted, size)
            yield f"{path}:{name} {file.file.file} ({_amount(size)}) {how}"


def _read(file: ScoreFile, settings: Settings, verbs: Verbs, wanted: Wanted, size: int) -> str:
    """How a file is read."""
    kind, wide = format_of(file.file), reading_of(file).wide
    held, blocks = (kind.held, kind.blocks) if kind is not None else (0, "")
    if not blocks or (held and wide is not None):
        why = f"a {suffix_of(file.file)} file is read"
    elif wide is not None and wide.plain:
        return "is read in blocks; more than six million scores go into a temporary file"
    elif wide is not None:
        why = "the cells of chosen columns are read"
    elif wanted.preaggregation is not None:
        through = [type(verb).__name__.lower() for verb, _ in verbs[: len(by_block(verbs)) + 1]]
        return f"is read in {blocks}" + (f", through {', '.join(through)}" if through else "")
    elif wanted.by_block:
        return f"is read in {blocks}, of which what filters leave is held: {_why(settings, verbs)} at once"
    else:
        why = _why(settings, verbs)
    return f"takes about {_amount(size * (held or IN_COLUMNS))} of memory: {why} at once"


def _why(settings: Settings, verbs: Verbs) -> str:
    """What needs all rows."""
    kinds, aggregate = needing_all(verbs), settings.aggregate
    if kinds:
        return f"{', '.join(kinds)} {'needs' if len(kinds) == 1 else 'need'} all rows"
    if aggregate is None:
        return "the grid, without `aggregate`, needs all rows"
    if aggregate.spread is not None:
        return f"the {aggregate.spread} needs all scores of a cell"
    if combinable(aggregate.using) is None:
        return f"the {aggregate.using} needs all scores of a cell"
    return "what is shown beside the value needs all rows of a cell"


def _amount(count: int) -> str:
    unit, name = next((unit for unit in _UNITS if count >= unit[0]), (1, "bytes"))
    return f"{count / unit:.3g} {name}"
