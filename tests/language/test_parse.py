import pytest

from heatfig.diagnostics import Problems
from heatfig.language.compose import MAX_DEPTH
from heatfig.language.nodes import Scalar
from heatfig.language.parse import parse


def refused(text: str | bytes) -> list[tuple[str, str]]:
    content = text.encode() if isinstance(text, str) else text
    try:
        found = list(parse(content, "f.yaml").faults)
    except Problems as problems:
        found = problems.diagnostics
    assert found
    return [(d.code, str(d.place)) for d in found]


def test_keeps_the_text_of_scalars_and_whether_it_was_quoted() -> None:
    root = parse(b"a: [NO, 010, 1e-3, '1', ~]\n", "f.yaml").root
    items = root[Scalar("a")]
    assert [str(item) for item in items] == ["NO", "010", "1e-3", "1", "~"]
    assert [item.plain for item in items] == [True, True, True, False, True]


def test_knows_the_place_of_every_key_and_value() -> None:
    source = parse(b"a: 1\nb:\n  c: [x, yy]\n", "f.yaml")
    place = source.place(source.root, ("b", "c", 1))
    assert (place.line, place.column, place.end, place.excerpt) == (3, 10, 12, "  c: [x, yy]")
    assert str(source.key_place(source.root, "b")) == "f.yaml:2:1"


def test_a_missing_step_gives_the_deepest_place_that_exists() -> None:
    source = parse(b"a: {b: 1}\n", "f.yaml")
    assert str(source.place(source.root, ("a", "nothing", 3))) == "f.yaml:1:4"


def test_anchors_and_merge_keys_work() -> None:
    root = parse(b"x-a: &a {p: 1, q: 2}\nb: {<<: *a, q: 3}\nc: {<<: [*a, {r: 4}]}\n", "f.yaml").root
    assert root[Scalar("b")] == {"q": "3", "p": "1"}
    assert root[Scalar("c")] == {"p": "1", "q": "2", "r": "4"}


def test_a_byte_order_mark_and_crlf_are_read() -> None:
    assert parse(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "f.yaml").root == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "equal-keys", "f.yaml:3:1"),
        ("- a\n", "not-a-mapping", "f.yaml:1:1"),
        ("", "empty-spec", "f.yaml"),
        ("# only a comment\n", "empty-spec", "f.yaml"),
        ("a: 1\n---\nb: 2\n", "two-documents", "f.yaml:2:1"),
        ("a: !!python/object:os.system x\n", "tag", "f.yaml:1:4"),
        ("a: *b\n", "unknown-anchor", "f.yaml:1:4"),
        ("a: &a [*a]\n", "unknown-anchor", "f.yaml:1:8"),
        ("? [a]\n: 1\n", "bad-key", "f.yaml:1:3"),
        ("<<: 1\n", "bad-merge", "f.yaml:1:5"),
        ("a:\n\tb: 1\n", "not-yaml", "f.yaml:2:1"),
        ("a: [1\n", "not-yaml", "f.yaml:1:4"),
        (b"a: \xff\n", "not-utf8", "f.yaml:1:4"),
        ("a: 1\n".encode("utf-16"), "not-utf8", "f.yaml"),
        (b"a: b\0c\n", "control-character", "f.yaml:1:5"),
        ("a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "too-deep", f"f.yaml:1:{MAX_DEPTH + 3}"),
        ("[" * 30_000, "too-deep", f"f.yaml:1:{MAX_DEPTH + 1}"),
        (b"#" * 1_000_001, "too-large", "f.yaml"),
    ],
)
def test_text_that_is_no_mapping_of_plain_yaml_is_refused(text: str | bytes, code: str, place: str) -> None:
    assert refused(text) == [(code, place)]


def test_nested_aliases_cannot_explode() -> None:
    lines = ["x-0: &a0 [z, z, z, z, z, z, z, z, z, z]"]
    lines += [f"x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert [code for code, _ in refused("\n".join(lines))] == ["too-large"]
