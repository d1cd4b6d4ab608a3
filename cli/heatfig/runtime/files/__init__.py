"""The disk: whatever finds, reads or writes files does it through these."""
