"""How `heatfig watch` is called."""

from pathlib import Path

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
    help="Render specs whenever they change, until interrupted.",
    epilog="Example:  heatfig watch specs/ -o figures -f svg",
)
def watch(
    specs: opt.Specs,
    output: opt.Output = Path(),
    formats: opt.Formats = "",
    dpi: opt.Dpi = None,
    jobs: opt.Jobs = None,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.watch import watch as run
    from heatfig.build.render import RenderOptions

    options = RenderOptions(specs, output, opt.listed_formats(formats), dpi, root, jobs)
    print_report(run(options), message_format, endless=True)
