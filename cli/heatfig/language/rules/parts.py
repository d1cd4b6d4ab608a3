"""Rules of split cells and of strips."""

from heatfig.diagnostics.origin import Path
from heatfig.language.model.cells import Split
from heatfig.language.model.legend import Strip
from heatfig.language.model.settings import Settings
from heatfig.language.rules import Rules
from heatfig.language.rules.axes import SIDES


def check_parts(settings: Settings, rules: Rules) -> None:
    """The rules of a split and of strips, of which one may run along the parts."""
    if settings.split is not None:
        rules.once(settings.split.order, "split", "order")
        if settings.split.keep_empty and settings.split.order is None:
            message = "`keep_empty` needs an `order` that is a list"
            rules.refuse("contradiction", message, "split", "keep_empty", hint="order: [PART, …]")
    for index, strip in enumerate(settings.strip):
        path: Path = ("strip", index) if isinstance(rules.node["strip"], list) else ("strip",)
        _check_strip(strip, path, settings.split, rules)


def _check_strip(strip: Strip, path: Path, split: Split | None, rules: Rules) -> None:
    if strip.side is not None and strip.side not in SIDES[strip.axis]:
        allowed = " or ".join(SIDES[strip.axis])
        hint = "leave `side` out, or change `axis`"
        rules.refuse("contradiction", f"a strip along {strip.axis} stands at the {allowed}", *path, "side", hint=hint)
    if strip.axis == "y" and split is not None and strip.column == split.column:
        hint = "axis: x"
        message = "the parts of a cell stand side by side, so their strip runs along x"
        rules.refuse("contradiction", message, *path, "axis", hint=hint)
    if not strip.colors:
        hint = "colors: {CATEGORY: COLOUR, …}"
        rules.refuse("empty-list", "a strip needs the colours of its categories", *path, "colors", hint=hint)
