"""A JUnit report: one test case a figure."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from heatfig.diagnostics import Diagnostic
from heatfig.messages import as_text


def junit(cases: Mapping[Path, Sequence[Diagnostic]]) -> bytes:
    """The report over specs, each with its problems, none where it is in order."""
    failures = sum(1 for problems in cases.values() if problems)
    suite = ElementTree.Element("testsuite", name="heatfig", tests=str(len(cases)), failures=str(failures))
    for spec, problems in cases.items():
        case = ElementTree.SubElement(suite, "testcase", classname="heatfig", name=str(spec), file=str(spec))
        if problems:
            failure = ElementTree.SubElement(case, "failure", message=problems[0].message, type=problems[0].code)
            failure.text = "\n".join(map(as_text, problems))
    root = ElementTree.Element("testsuites")
    root.append(suite)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
