"""Ties: what two parties did to and with each other, on each front, over time."""
