"""The language: YAML text with positions, the types of its keys, the rules between them."""
