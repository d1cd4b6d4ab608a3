"""How `heatfig render` is called."""

from pathlib import Path
from typing import Annotated

import typer

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
    help="Render specs to PNG, PDF and SVG. A folder means all specs in it. Figures that are up to date are skipped.",
    epilog="Examples:  heatfig render fig1.yaml   |   heatfig render specs/ -o figures -f pdf,svg --dpi 600"
    "   |   heatfig render specs/ -o figures --check",
)
def render(
    specs: opt.Specs,
    output: opt.Output = Path(),
    formats: opt.Formats = "",
    dpi: opt.Dpi = None,
    jobs: opt.Jobs = None,
    force: Annotated[bool, typer.Option("--force", help="Render figures that are up to date, too.")] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Write nothing; say which figures are missing or stale, and exit with 1 if any is."
        ),
    ] = False,
    shard: Annotated[
        str,
        typer.Option(
            "--shard", metavar="K/N", help="Render only part K of N; the parts are the same on every machine."
        ),
    ] = "",
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help="Draw on a Dask cluster (heatfig[dask]).")
    ] = None,
    depfile: Annotated[
        Path | None, typer.Option("--depfile", metavar="FILE", help="Also write what the figures depend on, for make.")
    ] = None,
    junit: Annotated[Path | None, typer.Option("--junit", metavar="FILE", help="Also write a JUnit report.")] = None,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.render import render as run
    from heatfig.build.render import RenderOptions

    opt.refuse_beside(
        "--check", check, {"--force": force, "--jobs": jobs, "--scheduler": scheduler, "--depfile": depfile}
    )
    opt.refuse_beside("--scheduler", scheduler, {"--jobs": jobs})
    chosen, part = opt.listed_formats(formats), opt.parsed_shard(shard)
    options = RenderOptions(specs, output, chosen, dpi, root, jobs, part, force, check, scheduler, depfile, junit)
    print_report(run(options), message_format)
