"""Runs: many reports read one after another or by several processes, in the order in which they were found."""
