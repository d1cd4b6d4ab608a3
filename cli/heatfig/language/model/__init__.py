"""The language's types: what a spec may say, key by key, in the form that later stages read.

The same types validate a spec, print its JSON Schema and, through their descriptions, write its
reference. Short forms are rewritten to full ones before validation, so later code sees one form.
"""
