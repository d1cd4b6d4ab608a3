"""Whole figures, from the file of a spec to the files of its figure."""
