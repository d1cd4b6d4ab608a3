"""`python -m heatfig` is the command `heatfig`."""

from heatfig.app import main

if __name__ == "__main__":
    main()
