from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heatfig.build.figure import Figure
from heatfig.scales.norms import Centered, Linear, Log, Norm, TwoSlope
from heatfig.scales.number_format import is_exact, steps_format
from parts import colorbar

Make = Callable[..., Figure]


LIMIT = st.floats(-1e300, 1e300)


def norms() -> st.SearchStrategy[Norm]:
    """Any norms, with small and with large ranges in relation to their limits."""
    steps = st.sampled_from([1e-12, 1e-3, 0.1, 1.0, 2.5, 1e6])
    near = st.builds(lambda low, count, step: (low, low + count * step), LIMIT, st.integers(0, 50), steps)
    round_ones = st.tuples(st.integers(-99, 99), st.integers(-99, 99), steps).map(lambda n: (n[0] * n[2], n[1] * n[2]))
    pairs = st.one_of(st.tuples(LIMIT, LIMIT), near, round_ones).map(lambda pair: (min(pair), max(pair)))
    above = st.tuples(st.floats(1e-300, 1e300), st.floats(1e-300, 1e300)).map(lambda pair: (min(pair), max(pair)))
    triples = st.tuples(LIMIT, LIMIT, LIMIT).map(sorted).filter(lambda three: three[0] < three[2])
    return st.one_of(
        pairs.map(lambda pair: Linear(*pair)),
        above.map(lambda pair: Log(*pair)),
        triples.map(lambda three: TwoSlope(three[0], three[1], three[2])),
        triples.map(lambda three: Centered(three[0], three[2], three[1])),
    )


@given(norms())
def test_ticks_are_told_apart_and_come_ever_fewer(norm: Norm) -> None:
    found = norm.tick_choices(lambda _: True)
    counts = [len(ticks) for ticks in found]
    assert counts == sorted(set(counts), reverse=True)
    assert 1 + (norm.min < norm.max) <= counts[-1] <= counts[0] <= 9
    slack = 1e-9 * (norm.max - norm.min)
    for ticks in found:
        assert list(ticks) == sorted(set(ticks))
        assert norm.min - slack <= ticks[0] <= ticks[-1] <= norm.max + slack
        if not isinstance(norm, Log | TwoSlope):
            assert len({format(tick, steps_format(ticks)) for tick in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("norm", "most", "fewest"),
    [
        (Linear(-0.45, 1), (-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1), (0, 1)),
        (Linear(0, 97.3), (0, 20, 40, 60, 80), (0, 50)),
        (Linear(0, 1), (0, 0.2, 0.4, 0.6, 0.8, 1), (0, 1)),
        (Linear(0, 2.1), (0, 0.5, 1, 1.5, 2), (0, 2)),
        (Linear(0, 3), (0, 1, 2, 3), (0, 3)),
        (Linear(0, 15), (0, 5, 10, 15), (0, 15)),
        (Linear(-0.3, 0.3), (-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3), (-0.3, 0, 0.3)),
        (Linear(-97, -3), (-90, -80, -70, -60, -50, -40, -30, -20, -10), (-75, -50, -25)),
        (Linear(0, 1e-12), (0, 2e-13, 4e-13, 6e-13, 8e-13, 1e-12), (0, 1e-12)),
        (Linear(-1e300, 1e300), tuple(n * 2.5 * 1e299 for n in range(-4, 5)), (-1e300, 0, 1e300)),
        (Linear(2e7, 2e7 + 1e-6), (2e7, *(float(f"20000000.000000{n}") for n in "2468"), 20000000.000001), None),
        (Linear(1, 1 + 2**-52), (1, 1 + 2**-52), (1, 1 + 2**-52)),
        (Linear(5, 5), (5,), (5,)),
        (Centered(0, 1, 0.5), (0, 0.25, 0.5, 0.75, 1), (0, 1)),
        (TwoSlope(-1, 0, 7), (-1, -0.75, -0.5, -0.25, 0, 2, 4, 6), (-1, 0, 7)),
        (TwoSlope(0, 0.501, 1), (0, 0.2, 0.4, 0.501, 0.6, 0.8, 1), (0, 0.501, 1)),
        (TwoSlope(0, 0, 3), (0, 1, 2, 3), (0, 3)),
        (Log(1e-5, 1e3), tuple(float(f"1e{n}") for n in range(-5, 4)), (1e-5, 1e3)),
        (Log(3, 300), (5, 10, 20, 50, 100, 200), (10, 100)),
        (Log(1.5, 4), (1.5, 2, 2.5, 3, 3.5, 4), (1.5, 4)),
        (Log(1e-12, 1e12), tuple(float(f"1e{n}") for n in range(-12, 13, 3)), (1e-12, 1e12)),
    ],
    ids=repr,
)
def test_ticks_are_round_and_at_zero_center_and_limits_where_these_are(
    norm: Norm, most: tuple[float, ...], fewest: tuple[float, ...] | None
) -> None:
    found = norm.tick_choices(lambda _: True)
    assert found[0] == pytest.approx(most, rel=1e-15)
    assert fewest is None or found[-1] == fewest


@pytest.mark.parametrize(
    ("norm", "ticks", "between"),
    [
        (Log(5, 300), (10.0, 100.0), (5, 6, 7, 8, 9, 20, 30, 40, 50, 60, 70, 80, 90, 200, 300)),
        (Log(1, 10), (1.0, 2.0, 5.0, 10.0), (3, 4, 6, 7, 8, 9)),
        (Log(1, 1e4), (1.0, 100.0, 1e4), (10, 1e3)),
        (Log(2, 9), (2.0, 5.0), ()),
        (Linear(1, 100), (1.0, 10.0, 100.0), ()),
    ],
    ids=repr,
)
def test_strokes_stand_between_labelled_decades(norm: Norm, ticks: tuple[float, ...], between: tuple[float]) -> None:
    assert norm.minor_ticks(ticks) == between


@pytest.mark.parametrize(
    ("score", "form", "exact"),
    [
        (2.5, ".1f", True),
        (2.5, ".0f", False),
        (0.125, ".0%", False),
        (0.13, ".0%", True),
        (12345.0, ",d", True),
        (0.5, "d", False),
        (-1e-3, "+.0e", True),
        (0.3, ".1g", True),
    ],
)
def test_knows_which_scores_a_format_rounds(score: float, form: str, exact: bool) -> None:
    assert is_exact(score, form) is exact


@pytest.mark.parametrize(("form", "most"), [(".1f", 12.5), (".0f", 12.0), ("d", 12.0)])
def test_a_colorbar_has_ticks_that_its_format_writes_as_they_are(make: Make, form: str, most: float) -> None:
    spec = (
        "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\n"
        f"range: [0, 12.5]\ncolorbar: {{format: '{form}'}}\n"
    )
    scores = "".join(f"a,{row},1\n" for row in "bcdefgh")
    ticks = colorbar(make(spec, s=f"x,y,v\n{scores}").plan).ticks
    assert ticks.scores[-1] == most
    assert [float(text.content) for text in ticks.labels] == list(ticks.scores)


def test_no_two_ticks_of_a_colorbar_are_written_alike(make: Make) -> None:
    spec = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\ncolorbar: {format: .0f}\n"
    plan = make(f"{spec}range: [1700000000, 1700000001]\n", s="x,y,v\na,b,1700000000\n").plan
    assert [text.content for text in colorbar(plan).ticks.labels] == ["1700000000", "1700000001"]


@pytest.mark.parametrize(
    ("scores", "asked", "ticks"),
    [
        ((2017, 2018, 2019), "", (2017, 2018, 2019)),
        ((1, 2), "", (1, 2)),
        ((1, 2.5), "", (1, 1.5, 2, 2.5)),
        ((2, 7), "range: [1, 8]\n", (1, 4, 6, 8)),
    ],
)
def test_whole_scores_have_whole_ticks(
    make: Make, scores: tuple[float, ...], asked: str, ticks: tuple[float, ...]
) -> None:
    rows = "".join(f"a,{row},{score}\n" for row, score in enumerate(scores))
    spec = f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{asked}"
    assert colorbar(make(spec, s=f"x,y,v\n{rows}").plan).ticks.scores == ticks
