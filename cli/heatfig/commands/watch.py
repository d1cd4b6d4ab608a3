"""`heatfig watch`: renders what changes, until it is interrupted."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from watchfiles import watch as changes

from heatfig.build.batch import jobs_for
from heatfig.build.render import Order
from heatfig.commands import Progress, Report
from heatfig.commands.deps import inputs_named
from heatfig.commands.render import render
from heatfig.diagnostics import Diagnostic, Problems
from heatfig.files import file_hash


def watch(order: Order) -> Report:
    """Render at once what is stale, and again after each saving; a broken spec is reported and waited for."""
    yield from _round(order)
    yield "watching; interrupt to leave"
    for _ in changes(*_folders(order.specs), raise_interrupt=True, recursive=True):
        file_hash.cache_clear()
        yield from _round(order)


def _round(order: Order) -> Iterator[str | Diagnostic]:
    """One pass over what exists; a folder that is empty for a moment is no reason to leave."""
    there = [spec for spec in order.specs if spec.exists()]
    for item in render(replace(order, specs=there)) if there else ():
        if not isinstance(item, Progress) and not _idle(item):
            yield item


def _idle(item: str | Diagnostic) -> bool:
    return isinstance(item, str) and (item.startswith("0 written") or item.endswith("is up to date"))


def _folders(specs: Sequence[Path]) -> list[Path]:
    """The folders to watch: those named, those of the specs named, and those of the scores that they name."""
    folders = dict.fromkeys(spec if spec.is_dir() else spec.parent for spec in specs)
    for job in jobs_for([spec for spec in specs if spec.exists()], Path()):
        with suppress(Problems):
            folders |= dict.fromkeys(path.parent for path in inputs_named(job, None))
    return [folder for folder in folders if folder.is_dir()]
