"""What an unknown key most likely means: a key of another tool, or a misspelt one."""

from collections.abc import Collection

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from heatfig.diagnostics import closest
from heatfig.diagnostics.origin import Path
from heatfig.language.keys import along

_OF_AN_AXIS = {"": "column", "label": "label", "ticks": "ticks", "ticklabels": "labels"}
# From the mapping in which another tool's key stands; of several the first that leads to a key of the language.
MEANT: dict[str, tuple[str, ...]] = {
    **{x + name: (f"axes.{x}.{key}", f"{x}.{key}", key) for x in ("x", "y") for name, key in _OF_AN_AXIS.items()},
    **dict.fromkeys(("annot", "annotate"), ("annotations",)),
    **dict.fromkeys(("fmt", "decimals", "digits"), ("format", "annotations")),
    **dict.fromkeys(("vmin", "zmin"), ("min", "range")),
    **dict.fromkeys(("vmax", "zmax"), ("max", "range")),
    **dict.fromkeys(("clim", "limits", "robust"), ("range",)),
    **dict.fromkeys(("vcenter", "midpoint"), ("center", "range.center")),
    **dict.fromkeys(("cmap", "palette", "colorscale"), ("colormap",)),
    **dict.fromkeys(("log", "scale"), ("norm",)),
    **dict.fromkeys(("cbar_kws", "cbar_label"), ("label", "colorbar.label")),
    **dict.fromkeys(("position", "location", "loc", "orientation"), ("side",)),
    **dict.fromkeys(("title", "name"), ("label",)),
    **dict.fromkeys(("angle", "rotate"), ("rotation",)),
    **dict.fromkeys(("reverse", "invert"), ("direction",)),
    **dict.fromkeys(("data", "csv", "path"), ("scores", "file")),
    **dict.fromkeys(("sep", "delimiter"), ("separator",)),
    **dict.fromkeys(("agg", "aggfunc", "estimator"), ("aggregate",)),
    **dict.fromkeys(("filter", "query"), ("where",)),
    **dict.fromkeys(("linewidth", "linewidths"), ("gap",)),
    **dict.fromkeys(("nan_color", "na_color"), ("missing.color",)),
    **dict.fromkeys(("na_values", "na_rep"), ("missing.tokens",)),
    **dict.fromkeys(("square", "aspect"), ("size.cell",)),
    **dict.fromkeys(("fontsize", "font_size"), ("font.size",)),
    "figsize": ("size.width",),
    "score": ("value",),
    "suptitle": ("title",),
}


def synonym(model: type[BaseModel], location: Path) -> tuple[tuple[str, ...], FieldInfo] | None:
    """Where, from the mapping that holds it on, the language has what another tool's key at `location` means.

    None where no such key is known, or what it means has no place there.
    """
    outer = location[:-1]
    around = [name for name, _ in along(model, outer)]
    for meant in MEANT.get(str(location[-1]).lower(), ()):
        steps = tuple(meant.split("."))
        fields = list(along(model, (*outer, *steps)))
        if [name for name, _ in fields] == [*around, *steps]:
            return steps, fields[-1][1]
    return None


def likeliest(model: type[BaseModel], location: Path, keys: Collection[str]) -> str | None:
    """The one of these keys of the same mapping that an unknown key at `location` stands for, if there is one."""
    found = synonym(model, location)
    if found is None:
        return closest(str(location[-1]), keys)
    key, *inside = found[0]
    return key if key in keys and not inside else None
