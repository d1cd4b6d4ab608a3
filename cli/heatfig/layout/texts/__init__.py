"""Texts: how large they are, and where their lines break."""
