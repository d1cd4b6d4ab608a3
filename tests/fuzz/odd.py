"""Scalars that have broken programs of this kind."""

_LIKE_NUMBERS = ("1e-3", "1e999", "-1e308", "1.7e308", "5e-324", "1e-300", "1e16", "12345678901234567890", "010")
_LIKE_OTHER_TYPES = ("NO", "on", "0x1F", ".inf", "-.inf", ".nan", "NaN", "inf", "~", "null", "true", "1,5", "1_000")
_OF_THE_LANGUAGE = ("", " ", "none", "auto", "log", "d", ".2f", ".99f", "%", "0mm", "85mm", "1e9mm", "RdBu_r", "#12345")
_YAML = ("!!python/object/apply:os.system [ls]", "!!binary aGk=", "&a [*a]", "*a", "%TAG", "[" * 70, "{a: " * 70)
_TEMPLATES = ("{0.__class__}", "${HOME}", "$x", r"$\frac{1}{2}$", r"$\foo$", "$" * 9, r"\$", "<b>&amp;", "../../s.csv")
_LONG = ("a" * 5000, "9" * 400, "9" * 30 + "mm", "0." + "0" * 400 + "1", "x y " * 1000)
_SCRIPTS = (
    "\U0001f600",
    "\u05e9\u05dc\u05d5\u05dd",
    "\u202eabc",
    "e\u0301\u0323",
    "\u4f60\u597d",
    "\u0661\u0662",
    "\u00b2",
)
_INVISIBLE = ("\ufeff", "\u200d", "\u2028", "\xa0", "\u3000", "\x00", "\x1b[31m", "\x85", "\ufffe", "\ud7ff", "x\ny")

NUMBERS = ("0", "-0", "-1", "1", "2", "0.1", *_LIKE_NUMBERS)
SCALARS = (*NUMBERS, *_LIKE_OTHER_TYPES, *_OF_THE_LANGUAGE, *_YAML, *_TEMPLATES, *_LONG, *_SCRIPTS, *_INVISIBLE)
MARKS = (*",:;[]{}\"'|&*!%@`#-~?>\\\t\n ", ": ", "- ", "\n  ", "\r\n", "\r", "\n---\n", "\n...\n", "<<: ")
