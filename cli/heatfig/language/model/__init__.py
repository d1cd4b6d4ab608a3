"""The language's records: what a spec may say, key by key, in the one full form that later stages read."""
