"""A JUnit report: one test case a figure."""

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from heatfig.diagnostics import Diagnostic
from heatfig.diagnostics.messages import as_text, visible


def junit(cases: Sequence[tuple[Path, Sequence[Diagnostic]]]) -> bytes:
    """The report over specs, each with its problems, none where it is in order."""
    failures = sum(1 for _, problems in cases if problems)
    counts = {"tests": str(len(cases)), "failures": str(failures), "errors": "0", "skipped": "0"}
    suite = ElementTree.Element("testsuite", {"name": "heatfig"} | counts)
    for spec, problems in cases:
        case = ElementTree.SubElement(suite, "testcase", classname="heatfig", name=visible(str(spec)))
        if problems:
            message = visible(problems[0].message)
            failure = ElementTree.SubElement(case, "failure", message=message, type=problems[0].code)
            failure.text = "\n".join(map(as_text, problems))
    root = ElementTree.Element("testsuites")
    root.append(suite)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
