"""Evaluation: the reader measured on gold that users bring."""
