"""`python -m heatfig.language.reference` prints the reference."""

import sys

from heatfig.language.reference import reference

sys.stdout.buffer.write(reference().encode())
