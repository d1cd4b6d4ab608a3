"""`python -m heatfig.language.reference` prints the reference."""

import sys

from heatfig.language.reference import reference

if __name__ == "__main__":
    sys.stdout.buffer.write(reference().encode())
