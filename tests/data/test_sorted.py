"""Sorted labels stand as a reader would put them, each by itself, whatever stands beside it."""

import random

import pytest

from heatfig.data.order.sorted import sorted_ranks

ORDERS = {
    "sizes beside one that has its point as a letter": ["160m", "410m", "560m", "1.4b", "1b7", "2.8b", "7b1", "12b"],
    "sizes beside words": ["70m", "1.4b", "base", "large"],
    "numbers beside words": ["-1", "0", "2e1", "1000", "all"],
    "sizes of all prefixes": ["n900", "n8k", "n0.5m", "n2m", "n1g", "n1t"],
    "plain numbers beside sizes": ["70m", "100000000", "1b"],
    "sizes within names": ["pythia-70m-deduped", "pythia-1.4b-deduped", "pythia-12b-deduped"],
    "names of several families": ["gpt2", "gpt2-xl", "pythia-70m", "pythia-1.4b"],
    "layers": ["h.1", "h.2", "h.10", "h.10.mlp", "ln"],
    "versions": ["v1.9.2", "v1.9.10", "v1.10.1"],
    "decimals": ["lr=.05", "lr=0.1", "lr=0.25", "lr=1"],
    "letters that are no units": ["1a", "1b", "1c", "2a", "2b"],
    "durations": ["2 minutes", "10 minutes"],
}


@pytest.mark.parametrize("labels", ORDERS.values(), ids=ORDERS)
def test_labels_stand_in_natural_order(labels: list[str]) -> None:
    mixed = random.Random(3).sample(labels, len(labels))
    ranks = sorted_ranks(mixed, {})
    assert [name for _, name in sorted(zip(ranks.tolist(), mixed, strict=True))] == labels


def test_labels_with_positions_of_their_own_stand_before_others() -> None:
    assert sorted_ranks(["b", "x", "a"], {"b": 1.0, "a": 2.0}).tolist() == [0, 2, 1]


def test_equal_amounts_have_one_rank() -> None:
    assert sorted_ranks(["1000m", "1b", "1B", "7b1", "7.1b"], {}).tolist() == [0, 0, 0, 1, 1]
