"""Columns of tables: texts, numbers and moments, and what is done with them."""
