"""Specs and score files of a size that ask for much more: `python tests/fuzz/nasty.py` tries them at full size.

Each is answered by a figure or by what is wrong, in memory that follows from its size.
"""

import gzip
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

OF_A_SPEC, OF_SCORES = 990_000, 10_000_000  # bytes
MEMORY = 6 * 1024**3
LONG = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\n"
WIDE = "scores: {file: s.csv, form: wide}\n"
SMALL = "x,y,v\np,a,1\nq,a,2\np,b,3\nq,b,4\n"
DOUBLED = "c{0}: {{text: '{{c{1}}}{{c{1}}}'}}"
PATTERN, VALUE = "'*a{0}*': b", "'{{value}}'"
MOST = 24_000  # items of a list, so that a spec holds no more values than any may

Case = tuple[str, dict[str, str | bytes]]
Filled = Callable[[str, Callable[[int], str], str], str]


def filled(size: int, head: str, item: Callable[[int], str], tail: str = "", between: str = ", ") -> str:
    """As many items between head and tail as there is room for."""
    return head + between.join(_some(size - len(head) - len(tail), item, len(between))) + tail


def _some(room: int, item: Callable[[int], str], between: int) -> Iterator[str]:
    for number in count():
        text = item(number)
        room -= len(text) + between
        if room < 0:
            return
        yield text


def specs(size: int) -> Iterator[tuple[str, Case]]:
    """Specs of a size over small files, by name."""
    some = partial(filled, min(size, OF_A_SPEC))
    few = MOST * size // OF_A_SPEC

    def up_to(item: str) -> str:
        return ", ".join(item.format(number, number - 1) for number in range(few))

    plain = {
        "brackets": "[" * size,
        "braces": "{a: " * (size // 4),
        "quotes": "'" * size,
        "anchors": some(LONG + "z: [", "&a{} 1".format, "]\n"),
        "aliases": LONG + "title: &a x\nz: [" + "*a, " * (size // 4) + "]\n",
        "merged": some(LONG + f"x-a: &a {{{up_to('k{0}: 1')}}}\npanels: [", lambda _: "{<<: *a}", "]\n"),
        "empty values": some(LONG + "x-z: {", "k{}".format, "}\n", ","),
        "lists as keys": some(LONG + "x-z: {", "[{}]: 1".format, "}\n"),
        "keys": LONG + "".join(f"k{number}: 1\n" for number in range(few)),
        "one key": some(LONG, "title: {}".format, "\n", "\n"),
        "long key": LONG + '? "' + "k" * (size - 100) + '"\n: 1\n',
        "words": LONG + "title: " + "a " * (size // 2 - 100) + "\n",
        "wrapped": LONG + 'title: {text: "' + "ab " * (size // 3 - 100) + '", wrap: 20}\n',
        "lines": LONG + 'title: "' + r"a\n" * (size // 3 - 100) + '"\n',
        "math": LONG + "title: '" + "$x$ " * (size // 4 - 100) + "'\n",
        "comments": LONG + "#\n" * (size // 2 - 100),
        "panels": LONG + f"panels: [{up_to('{{title: t}}')}]\n",
        "derived": LONG + f"transform: [{{derive: {{c-1: {{add: [v, 1]}}, {up_to('c{0}: {{add: [c{1}, 1]}}')}}}}}]\n",
        "doubled": LONG + f"transform: [{{derive: {{c-1: {{text: x}}, {up_to(DOUBLED)}}}}}]\n",
        "patterns": LONG + f"transform: [{{derive: {{c: {{of: x, map: {{{up_to(PATTERN)}}}}}}}}}]\n",
        "stars": LONG + f"where: {{x: {{matches: '{'*a' * (size // 4)}*b'}}}}\n",
        "long pattern": LONG + f"where: {{x: {{matches: '*{'a' * (size // 2)}b*'}}}}\n",
        "long patterns": LONG + f"transform: [{{derive: {{c: {{of: x, map: {{'*{'a' * (size // 2)}b*': d}}}}}}}}]\n",
        "parts": LONG + f"transform: [{{extract: {{column: x, pattern: '{up_to('{{c{0}}}a')}'}}}}]\n",
        "mirrored": LONG + f"aggregate: mean\ntransform: [{up_to('{{symmetrize: [x, y]}}')}]\n",
        "captures": f"scores: '{''.join(map('{{c{}}}a'.format, range(few)))}.csv'\nvalue: v\naxes: {{x: x, y: y}}\n",
        "a file again": LONG.replace("s.csv", f"[{up_to('s.csv')}]"),
        "files": LONG.replace("s.csv", f"[{up_to('s{0}.csv')}]"),
        "placeholders": LONG + 'annotations: "' + "{value}" * (size // 8) + '"\n',
        "columns": LONG + 'annotations: "' + "".join(map("{{c{}}}".format, range(few))) + '"\n',
        "annotations": LONG + f"annotations: [{up_to(VALUE)}]\n",
        "thresholds": LONG + f"norm: {{thresholds: [{up_to('{0}')}]}}\n",
        "stops": LONG + f"colormap: {{stops: {{{up_to('{0}: red')}}}}}\n",
        "predicates": LONG + f"where: [{up_to('{{x: p{0}}}')}]\n",
        "renames": LONG.replace("x: x", f"x: {{column: x, labels: {{{up_to('p{0}: a')}}}}}"),
        "edges": LONG + f"transform: [{{bin: {{column: v, into: b, edges: [{up_to('{0}')}]}}}}]\n",
        "a width": LONG + "transform: [{bin: {column: v, into: b, width: 1e-300}}]\n",
    }
    long = f"x,y,v\n{'a' * OF_A_SPEC},a,1\nq,a,2\n"
    for name, spec in plain.items():
        yield name, (spec, {"s.csv": long if name.startswith("long pattern") else SMALL})


def scores(size: int) -> Iterator[tuple[str, Case]]:
    """Score files of a size below small specs, by name."""

    def rows(row: str, head: str = "x,y,v\n") -> str:
        return filled(size, head, lambda number: row.format(number, f"{number:x}"), "\n", "\n")

    columns = size // 100
    long: dict[str, str | bytes] = {
        "a field": f"x,y,v\np,{'a' * size},1\nq,b,2\n",
        "a quoted field": f'x,y,v\np,"{"a" * size}",1\nq,b,2\n',
        "a number": f"x,y,v\np,b,{'1' * size}\nq,b,2\n",
        "a name": f"x,y,v{'a' * size}\np,b,1\n",
        "accents": "x,y,v\np,a" + "\u0301\u0323" * (size // 4) + ",1\nq,b,2\n",
        "separators": f"x,y,v\n{',' * size}\np,a,1\n",
        "quotes": "x,y,v\n" + '"' * size + "\np,a,1\n",
        "returns": "x,y,v\n" + "\r" * size + "\np,a,1\n",
        "blank lines": "x,y,v\n" + "\n" * size + "p,a,1\n",
        "names": filled(size, "", "c{}".format, "\np,a,1\n", ","),
        "one name": filled(size, "", lambda _: "c", "\np,a,1\n", ","),
        "no numbers": rows("p,a,x"),
        "rows": rows("p,{1},1"),
        "both": rows("{1},{1},1"),
        "a cell": rows("p,a,1"),
        "blanks": rows("p,{0},1\np,{0} ,1"),
        "unseen": rows("p,{0}\u200b,1"),
        "bytes": b"x,y,v\n" + b"\xff" * size,
    }
    for name, text in long.items():
        yield name, (LONG, {"s.csv": text})
    names = ",".join(map("c{}".format, range(columns)))
    yield "wide", (WIDE, {"s.csv": f"y,{names}\n" + "".join(f"r{n}{',1' * columns}\n" for n in range(40))})
    yield "facets", (LONG + "facet: {column: g}\n", {"s.csv": rows("p,a,{0},1", "x,y,g,v\n")})
    yield "groups", (LONG.replace("x: x", "x: {column: x, group: g}"), {"s.csv": rows("p,a,{0},1", "x,y,g,v\n")})
    yield "parts", (LONG + "split: g\n", {"s.csv": rows("p,a,{0},1", "x,y,g,v\n")})
    complete = "transform: [{aggregate: {using: count, by: [x, y], into: n, complete: 0}}]\n"
    yield "combinations", (LONG.replace("value: v", "value: n") + complete, {"s.csv": rows("{0},{0},1")})
    mapped = ", ".join(f"'*a{number}*': b" for number in range(size // 1000))
    derived = f"transform: [{{derive: {{c: {{of: y, map: {{{mapped}}}}}}}}}]\n"
    yield "many patterns", (LONG + derived, {"s.csv": rows("p,aaaaaaaaaa{1},1")})
    parts = "".join(map("{{c{0}}}a".format, range(30)))
    yield (
        "many parts",
        (
            LONG + f"transform: [{{extract: {{column: y, pattern: '{parts}'}}}}]\n",
            {"s.csv": rows(f"p,{'a' * 9_000}{{0}},1")},
        ),
    )
    joined = "transform: [{lookup: {file: l.csv, key: x, columns: z}}]\n"
    yield "nothing to look up", (LONG + joined, {"s.csv": rows("p{0},a,1"), "l.csv": rows("q{0},1", "x,z\n")})
    yield from _of_other_formats(size)


def _of_other_formats(size: int) -> Iterator[tuple[str, Case]]:
    lines, packed, lm = (
        LONG.replace("s.csv", name) for name in ("s.jsonl", "s.csv.gz", "{file: s.json, form: lm-eval}")
    )
    yield "deep JSON", (LONG.replace("s.csv", "s.json"), {"s.json": "[" * size})
    yield "deep objects", (lines, {"s.jsonl": ('{"a":' * 900 + "1" + "}" * 900 + "\n") * (size // 5_400)})
    again = ",".join(f'"k{number}":1' for number in range(size // 12))
    yield "a key twice", (lines, {"s.jsonl": f'{{{again},"k{size // 12 - 1}":1}}\n'})
    yield "empty objects", (lines, {"s.jsonl": "{}\n" * (size // 3)})
    sparse = "".join(f'{{"k{number}":1}}\n' for number in range(min(20_000, size // 12)))
    yield "sparse objects", (WIDE.replace("s.csv", "s.jsonl"), {"s.jsonl": sparse})
    results = json.dumps({"results": {f"t{number}": {"acc,none": 0.5} for number in range(size // 36)}})
    yield "results", (lm, {"s.json": results.replace('"t', r'"\u0074')})
    yield "a bomb", (packed, {"s.csv.gz": gzip.compress(b"x,y,v\n" + b"p,a,1\n" * (size * 20))})
    yield "a long bomb", (packed, {"s.csv.gz": gzip.compress(b"x,y,v\n" + b"a" * (size * 100))})
    yield "many streams", (packed, {"s.csv.gz": gzip.compress(b"") * (size // 20)})


def lay_out(folder: Path, name: str, case: Case) -> Path:
    """Write a case into a folder of its own; returns its spec."""
    home = folder / name.replace(" ", "_")
    home.mkdir()
    spec, files = case
    for file, content in files.items():
        (home / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    (home / f"{home.name}.yaml").write_text(spec, encoding="utf-8")
    return home / f"{home.name}.yaml"


def checked(folder: Path, paths: list[Path], memory: int) -> subprocess.CompletedProcess[str]:
    """What `heatfig check` says of specs within so many bytes of memory."""
    call = [sys.executable, "-m", "heatfig", "check", *map(str, paths)]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    return subprocess.run(
        call, cwd=folder, env=environment, preexec_fn=bounded, capture_output=True, text=True, check=False
    )


def failures(told: subprocess.CompletedProcess[str]) -> list[str]:
    """What is no answer among the lines of a run."""
    bad = [line for line in told.stderr.splitlines() if "a fault of heatfig" in line or "memory" in line]
    return bad if told.returncode in {0, 2} else [*bad, f"status {told.returncode}: {told.stderr[-500:]}"]


def main() -> int:
    failed = 0
    for name, case in [*specs(OF_A_SPEC), *scores(OF_SCORES)]:
        with TemporaryDirectory() as home:
            told = checked(Path(home), [lay_out(Path(home), name, case)], MEMORY)
        wrong = failures(told)
        failed += bool(wrong)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        sys.stdout.write(f"{name}: {'; '.join(wrong) or 'answered'} (at most {peak} MB so far)\n")
        sys.stdout.flush()
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
