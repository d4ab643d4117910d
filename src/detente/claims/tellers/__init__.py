"""Who says so: quotations, the words that attribute, and the chain of tellers from the outlet inwards.

`quotations` finds the quoted stretches, `cues` what introduces them, `speakers` whom a cue names; `attribution` joins
them.
"""
