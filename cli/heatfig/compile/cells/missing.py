"""Missing cells: the kinds of missing that the spec describes, each with a look of its own."""

from collections.abc import Iterator, Sequence

from heatfig.compile.cells.missing_looks import Looks, MissingKind
from heatfig.compile.cells.reasons import reasons_stand_at
from heatfig.compile.colors.named import color_at
from heatfig.compile.texts import spec_text
from heatfig.compile.view import View
from heatfig.diagnostics import Place, Report
from heatfig.plan.grid import Grid, holds
from heatfig.plan.missing import MissingStyle
from heatfig.runtime.arrays import RGB, Bytes
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class MissingPanel:
    """What the missing cells of a panel are known by: the panel, its scores, and whether they are drawn as an image.

    `reasons` are those that verbs and `normalize` give for what they could not compute, as kinds behind the tokens.
    """

    view: View
    grid: Grid
    image: bool
    reasons: tuple[str, ...] = ()


def check_missing(view: View) -> None:
    """Raise Problems for colours that are none."""
    report = Report()
    list(_spec_kinds(view, report))
    report.check()


def missing_styles(panels: Sequence[MissingPanel], colors: Bytes) -> list[tuple[MissingStyle, ...]]:
    """The styles of each panel in the order of its grid's kinds: no row or empty field first, then each token.

    `colors` are those that scores may have.
    """
    report = Report()
    kinds_of_panels = [[*_spec_kinds(panel.view, report), *_reasoned(panel)] for panel in panels]
    for panel in panels:
        _refuse_hatches(panel, report)
    report.check()
    flat = {kind for panel, kinds in zip(panels, kinds_of_panels, strict=True) if panel.image for kind, _ in kinds}
    drawn: dict[MissingKind, Place] = {}
    others: dict[MissingKind, Place] = {}
    for panel, kinds in zip(panels, kinds_of_panels, strict=True):
        for number, (kind, place) in enumerate(kinds):
            (drawn if holds(panel.grid.kinds, number) else others).setdefault(kind, place)
    looks = Looks(colors, flat, report).of({**drawn, **others})
    report.check()
    return [tuple(MissingStyle(spec_text(kind.label), *looks[kind]) for kind, _ in kinds) for kinds in kinds_of_panels]


def _spec_kinds(view: View, report: Report) -> Iterator[tuple[MissingKind, Place]]:
    """The kinds of a panel, and where each is said; those without a colour have that of the first."""
    spec = view.settings.missing

    def color(text: str | None, *path: str) -> RGB | None:
        with report.collecting():
            return None if text is None else color_at(text, view.at("missing", *path))
        return None

    base = color(spec.color, "color")
    yield MissingKind(spec.label, base, spec.hatch), view.at("missing")
    for token, kind in spec.tokens.items():
        fill = color(kind.color, "tokens", token, "color")
        yield MissingKind(kind.label, fill or base, kind.hatch), view.at("missing", "tokens", token)


def _reasoned(panel: MissingPanel) -> Iterator[tuple[MissingKind, Place]]:
    """The kinds that verbs give reasons for."""
    return ((MissingKind(reason, None, None), panel.view.at(reasons_stand_at(panel.view))) for reason in panel.reasons)


def _refuse_hatches(panel: MissingPanel, report: Report) -> None:
    """Note hatches that an image cannot have."""
    spec = panel.view.settings.missing
    hatches = {("hatch",): spec.hatch} | {("tokens", token): kind.hatch for token, kind in spec.tokens.items()}
    for path, hatch in hatches.items():
        if panel.image and hatch not in {None, "none"}:
            place = panel.view.at("missing", *path)
            message, hint = "cells drawn as an image cannot be hatched", "color: …, or cells: vector"
            report.add("contradiction", message, place, hint)
