"""What an unknown key most likely means: a key of another tool, one of the language before this, or a misspelt one."""

from collections.abc import Collection

from heatfig.diagnostics import closest
from heatfig.language.forms import Form, Key
from heatfig.language.keys import found

_OF_AN_AXIS = {"": "column", "label": "label", "ticks": "ticks", "ticklabels": "labels"}
# From the mapping in which another tool's key stands; of several the first that leads to a key of the language.
MEANT: dict[str, tuple[str, ...]] = {
    **{x + name: (f"axes.{x}.{key}", f"{x}.{key}", key) for x in ("x", "y") for name, key in _OF_AN_AXIS.items()},
    **dict.fromkeys(("annot", "annotate"), ("annotations",)),
    **dict.fromkeys(("fmt", "decimals", "digits"), ("format", "text", "annotations")),
    **dict.fromkeys(("vmin", "zmin"), ("min", "range")),
    **dict.fromkeys(("vmax", "zmax"), ("max", "range")),
    **dict.fromkeys(("clim", "limits", "robust"), ("range",)),
    **dict.fromkeys(("vcenter", "midpoint"), ("center", "range.center")),
    **dict.fromkeys(("cmap", "palette", "colorscale"), ("colormap",)),
    **dict.fromkeys(("log", "scale"), ("norm",)),
    **dict.fromkeys(("linthresh", "threshold"), ("symlog", "norm.symlog")),
    **dict.fromkeys(("gamma", "exponent"), ("power", "norm.power")),
    **dict.fromkeys(("cbar_kws", "cbar_label"), ("label", "colorbar.label")),
    **dict.fromkeys(("position", "location", "loc", "orientation"), ("side",)),
    **dict.fromkeys(("title", "name"), ("label",)),
    **dict.fromkeys(("angle", "rotate"), ("rotation",)),
    **dict.fromkeys(("reverse", "invert"), ("direction",)),
    **dict.fromkeys(("data", "csv", "path"), ("scores", "file")),
    **dict.fromkeys(("sep", "delimiter"), ("separator",)),
    **dict.fromkeys(("agg", "aggfunc", "estimator"), ("aggregate",)),
    **dict.fromkeys(("z_score", "standard_scale", "normalise"), ("normalize",)),
    **dict.fromkeys(("filter", "query"), ("where",)),
    **dict.fromkeys(("linewidth", "linewidths"), ("gap",)),
    **dict.fromkeys(("nan_color", "na_color"), ("missing.color",)),
    **dict.fromkeys(("na_values", "na_rep"), ("missing.tokens",)),
    **dict.fromkeys(("square", "aspect"), ("size.cell",)),
    **dict.fromkeys(("fontsize", "font_size"), ("font.size",)),
    "figsize": ("size.width",),
    "score": ("value",),
    "suptitle": ("title",),
    "col_wrap": ("layout.across",),
    "columns": ("across",),
    "column": ("field",),
    "format": ("text",),
    "group_labels": ("group.labels",),
}
# Keys of version 1 that have become something of another shape.
BEFORE: dict[str, tuple[str, str]] = {
    "strip": (
        "beside",
        "write beside: {top: [{strip: {field: COLUMN, colormap: {categories: {CATEGORY: COLOUR}}}}]}; "
        "a strip along y stands at the left or the right",
    ),
    "colors": ("field", "write 'categories' under colormap instead, such as colormap: {categories: {Heron: teal}}"),
    **dict.fromkeys(
        ("axis", "side"), ("field", "leave it out: the list of `beside` that holds it says where it stands")
    ),
}


def synonym(form: Form, key: str) -> tuple[tuple[str, ...], Key] | None:
    """Where, from the mapping that holds it on, the language has what another tool's key means.

    None where no such key is known, or what it means has no place there.
    """
    for meant in MEANT.get(key.lower(), ()):
        steps = tuple(meant.split("."))
        there = found(form, steps)
        if there is not None:
            return steps, there
    return None


def likeliest(form: Form, key: str, keys: Collection[str]) -> str | None:
    """The one of these keys of the same mapping that an unknown key stands for, if there is one."""
    meant = synonym(form, key)
    if meant is None:
        return closest(key, keys)
    first, *inner = meant[0]
    return first if first in keys and not inner else None
