"""`heatfig watch`: renders what changes, until it is interrupted."""

import gc
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import field
from itertools import chain
from os.path import normpath
from pathlib import Path

from watchfiles import watch as changes

from heatfig.app.commands import Report
from heatfig.build.batch import Job, jobs_for
from heatfig.build.render import RenderOptions, examined, rendered
from heatfig.build.specs import files_of, patterns_of, spec_at
from heatfig.diagnostics import Diagnostic, Problems
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.files.find import folders_below, is_folder, own_paths, standing
from heatfig.runtime.files.glance import file_hash
from heatfig.runtime.files.patterns import folders
from heatfig.runtime.files.read import read_bytes

_PAUSE = 200  # milliseconds: how long the watcher looks before it says that nothing has changed


@dataclass
class _Known:
    """What is known of each spec: the files that decide its figure, and what was wrong with it when last looked at."""

    files: dict[Path, frozenset[str]] = field(default_factory=dict)
    written: dict[Path, dict[Path, str | None]] = field(default_factory=dict)  # what a spec says, and what it extends
    looked_in: dict[Path, frozenset[str]] = field(default_factory=dict)  # where patterns find names
    problems: dict[Path | None, tuple[Diagnostic, ...]] = field(default_factory=dict)

    def concerns(self, job: Job, saved: set[str]) -> bool:
        """Whether a change of the files and folders named may change a figure; a new spec is always concerned."""
        return (
            job.spec not in self.files
            or any(not saved.isdisjoint(_above(file)) for file in self.files[job.spec])
            or any(str(Path(file).parent) in self.looked_in[job.spec] for file in saved)
        )

    def learn(self, job: Job, root: Path | None) -> None:
        """Note which files a spec names."""
        written = self.written.get(job.spec, {})
        if (
            written
            and not self.looked_in[job.spec]
            and all(file_hash(str(path), root=root) == content for path, content in written.items())
        ):
            return
        folder, extended, named = job.spec.parent, dict[str, str](), list[Path]()
        looked_in = set[str]()
        with suppress(Problems):
            spec = spec_at(job.spec, root, extended)
            named = files_of(spec, folder, root)
            for pattern in patterns_of(spec):
                looked_in |= {str(Path(found).absolute()) for found in folders(folder, pattern, root)}
        self.looked_in[job.spec] = frozenset(looked_in)
        specs = [job.spec, *(Path(normpath(folder / name)) for name in extended)]
        self.files[job.spec] = frozenset(chain(*map(own_paths, [*specs, *named])))
        self.written[job.spec] = {path: file_hash(str(path), root=root) for path in specs}


def watch(options: RenderOptions) -> Report:
    """Render at once what is stale, and then what a saving concerns; a broken spec is reported and waited for."""
    try:
        for spec in options.specs:
            if not is_folder(spec):
                read_bytes(spec, root=options.root)  # a misspelt name would be waited for in vain
    except Problems as problems:
        yield from problems.diagnostics
        return
    known, greeting = _Known(), ["watching; interrupt to leave"]
    while True:
        folders = _folders(options, known)
        with closing(_savings(folders)) as savings:
            next(savings)  # from here on no saving is missed
            yield from _round(options, known, None)
            if _folders(options, known) != folders:
                continue
            while greeting:
                yield greeting.pop()
            for saved in filter(None, savings):
                yield from _round(options, known, saved)
                if _folders(options, known) != folders:
                    break


def _savings(folders: Iterable[str]) -> Generator[set[str], None, None]:
    """The files that have changed since the last look; none after a pause without any."""
    for look in changes(*folders, recursive=False, yield_on_timeout=True, rust_timeout=_PAUSE):
        yield {path for _, path in look}


def _round(options: RenderOptions, known: _Known, saved: set[str] | None) -> Iterator[str | Diagnostic]:
    """Render what a saving concerns, or whatever is stale; of problems, those that are new or of what was saved."""
    file_hash.cache_clear()
    try:
        jobs = jobs_for(options.specs, options.output)
    except Problems as problems:
        yield from _new_problems(known, None, tuple(problems.diagnostics), saved is not None)
        return
    known.problems.pop(None, None)
    concerned = [job for job in jobs if saved is None or known.concerns(job, saved)]
    for job in concerned:
        known.learn(job, options.root)
    tasks, standing = examined(options, concerned)
    for result in chain(standing, rendered(options, tasks)):
        yield from (f"wrote {target}" for target in result.written)
        yield from _new_problems(known, result.job.spec, result.problems, saved is not None)
    gc.collect()  # the command line has switched the collector off


def _new_problems(
    known: _Known, spec: Path | None, problems: tuple[Diagnostic, ...], again: bool
) -> Iterator[str | Diagnostic]:
    before = known.problems.get(spec, ())
    known.problems[spec] = problems
    if before and not problems:
        yield f"{spec} is in order again"
    elif again or problems != before:
        yield from problems


def _folders(options: RenderOptions, known: _Known) -> set[str]:
    """The folders to look at: all below those named, and those of every file that decides a figure."""
    files = chain(*known.files.values(), *(own_paths(spec) for spec in options.specs))
    beside = {Path(file).parent for file in files} | set(map(Path, chain(*known.looked_in.values())))
    return {str(standing(folder)) for folder in beside}.union(*map(folders_below, options.specs))


def _above(file: str) -> set[str]:
    """A file and the folders that it lies in."""
    return {file, *map(str, Path(file).parents)}
