"""Norms of classes, stops and quantiles, beside matplotlib's own or what defines them."""

import numpy as np
import pytest
from matplotlib.colors import BoundaryNorm, LinearSegmentedColormap, Normalize

from heatfig.scales.colors import Colormap, blended_table, named_table
from heatfig.scales.norms import Anchored, Stepped
from heatfig.scales.norms.quantile import quantile

EDGES = (-2.0, -0.5, 1.0, 4.0)


def test_classes_have_the_colours_that_matplotlibs_boundaries_have() -> None:
    norm = Stepped(-5.0, 9.0, EDGES, EDGES)
    scores = np.array([-5, -2.1, -2, -1, -0.5, 0.9, 1, 3.9, 4, 9])
    theirs = BoundaryNorm([-5, *EDGES, 9.1], 256)(scores)
    table = named_table("PiYG")
    mine = Colormap("", table, None, None).colors(norm.fraction(scores))
    np.testing.assert_allclose(mine.astype(int), table[theirs], atol=4)  # the next one of 256 where theirs is cut off
    np.testing.assert_array_equal(mine[[0, -1]], table[[0, -1]])


def test_a_score_on_an_edge_is_in_the_class_above_however_floats_round_either() -> None:
    edges = np.linspace(0, 1, 11)  # of which the third is a little above 0.3
    norm = Stepped(0.0, 1.0, tuple(edges[1:-1]), tuple(edges))
    scores = np.array([0.1, 0.2, 0.3, 0.7, 0.6, 1 - 0.9, 0.3 - 1e-9])
    np.testing.assert_allclose(norm.fraction(scores) * 9, [1, 2, 3, 7, 6, 1, 2])


def test_classes_are_equally_long_along_the_bar() -> None:
    norm = Stepped(-5.0, 9.0, EDGES, EDGES)
    np.testing.assert_allclose(norm.position(np.array([-5, *EDGES, 9])), np.linspace(0, 1, 6))
    np.testing.assert_allclose(norm.position(np.array(norm.middles)), (np.arange(5) + 0.5) / 5)
    np.testing.assert_allclose(norm.score_at(norm.position(np.array([-3.0, 0, 8]))), [-3, 0, 8], atol=1e-12)


def test_stops_have_their_colours_and_blend_between_them() -> None:
    stops = {0.0: (255, 255, 255), 10.0: (107, 174, 214), 800.0: (8, 48, 107)}
    shares = [(score / 800, tuple(channel / 255 for channel in color)) for score, color in stops.items()]
    theirs = LinearSegmentedColormap.from_list("", shares, N=65536)
    norm, scores = Anchored(0.0, 800.0, tuple(stops)), np.linspace(0, 800, 321)
    mine = Colormap("", blended_table(list(stops.values())), None, None).colors(norm.fraction(scores))
    expected = theirs(Normalize(0, 800)(scores))[:, :3] * 255
    assert np.abs(mine - expected).max() < 2
    np.testing.assert_allclose(norm.position(np.array([400.0])), [0.5])


@pytest.mark.parametrize("ties", [0, 40])
def test_by_quantiles_each_part_of_the_colours_has_as_many_scores(ties: int) -> None:
    scores = np.concatenate([np.full(ties, 1.0), 1 + np.random.default_rng(0).lognormal(0, 2, 1000)])
    norm = quantile(scores, float(scores.min()), float(scores.max()))
    shares = norm.fraction(scores)
    assert (shares.min(), shares.max()) == (0, 1)
    held, _ = np.histogram(shares[ties:], 10, (0, 1))
    assert held[1:].min() > 80
    np.testing.assert_allclose(norm.score_at(norm.position(scores)), scores, rtol=1e-9)


def test_ticks_by_quantiles_are_short_and_inside() -> None:
    scores = np.random.default_rng(1).lognormal(0, 2, 400)
    norm = quantile(scores, float(scores.min()), float(scores.max()))
    (ticks, *_) = norm.tick_choices(lambda _: True)
    assert norm.min <= ticks[0] < ticks[-1] <= norm.max
    assert all(len(text) <= 9 for text in norm.tick_texts(ticks))


def test_ticks_at_the_ends_by_quantiles_are_as_short_as_others() -> None:
    norm = quantile(np.linspace(0.193016, 0.291204, 99), 0.193016, 0.291204)
    assert norm.tick_choices(lambda _: True)[0] == (0.2, 0.22, 0.24, 0.27, 0.29)


@pytest.mark.parametrize("width", [0.6 / 7, 10 / 98, 71 / 70, 7 / 3, 1441 / 3])
def test_edges_of_many_digits_are_rounded_to_a_hundredth_of_a_class_and_no_finer(width: float) -> None:
    edges = tuple(0.1 + width * number for number in range(1, 6))
    texts = Stepped(0.1, 0.1 + 6 * width, edges, edges).tick_texts(edges)
    written = np.array([float(text.replace("−", "-")) for text in texts])
    assert np.abs(written - edges).max() <= 0.01 * width
    assert all(len(text.partition(".")[2]) <= max(0, np.ceil(2 - np.log10(2 * width))) for text in texts)
