"""How `heatfig cells` is called."""

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
    help="Print the cells of a figure as CSV. Each has its labels, its values and, without a score, the reason.",
    epilog="Example:  heatfig cells fig1.yaml",
)
def cells(spec: opt.Spec, root: opt.Root = None, message_format: opt.MessageFormat = "text") -> None:
    from heatfig.app.commands.rows import cells as run

    print_report(run(spec, root), message_format)
