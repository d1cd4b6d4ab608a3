"""Whatever a spec or a score file holds, only problems come out, and soon."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

from coverage_guided import explore
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mangle import mangled
from mutants import mutants
from target import Sample, attempt, lay_out_scores, samples

SAMPLES = samples()
RANDOMS = st.randoms(use_true_random=False)
# The deadline is far above what any example takes even on a machine that is busy: it is there for those that would
# hardly end.
bounded = settings(
    max_examples=100,
    deadline=timedelta(minutes=1),
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@bounded
@given(sample=st.sampled_from(SAMPLES), random=RANDOMS)
def test_mangled_specs_raise_problems_alone(tmp_path: Path, sample: Sample, random: Random) -> None:
    lay_out_scores(tmp_path)
    attempt(tmp_path, replace(sample, spec=mangled(random, sample.spec, [other.spec for other in SAMPLES])))


@bounded
@given(sample=st.sampled_from(SAMPLES), random=RANDOMS)
def test_mangled_scores_raise_problems_alone(tmp_path: Path, sample: Sample, random: Random) -> None:
    lay_out_scores(tmp_path)
    attempt(tmp_path, replace(sample, scores=mangled(random, sample.scores, [other.scores for other in SAMPLES])))


@bounded
@given(sample=st.sampled_from(SAMPLES), data=st.data(), random=RANDOMS)
def test_mistaken_specs_with_mangled_scores_raise_problems_alone(
    tmp_path: Path, sample: Sample, data: st.DataObject, random: Random
) -> None:
    lay_out_scores(tmp_path)
    mutant = data.draw(st.sampled_from(mutants(sample.spec.decode())))
    scores = mangled(random, sample.scores, [other.scores for other in SAMPLES])
    attempt(tmp_path, replace(sample, spec=mutant.text.encode(), scores=scores))


@bounded
@given(spec=st.binary(max_size=300), scores=st.binary(max_size=300))
def test_any_bytes_raise_problems_alone(tmp_path: Path, spec: bytes, scores: bytes) -> None:
    lay_out_scores(tmp_path)
    assert not attempt(tmp_path, Sample(spec, SAMPLES[0].scores, SAMPLES[0].name))
    attempt(tmp_path, replace(SAMPLES[0], scores=scores))


def test_the_guided_fuzzer_reaches_further_and_finds_no_fault() -> None:
    found = explore(Random(1), go_on=lambda runs: runs < 500)
    assert found.faults == {}
    assert len(found.lines) > found.lines_at_first
    assert found.refused != []
