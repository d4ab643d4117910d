"""Who says so: quotations, the words that attribute, and the chain of tellers from the outlet inwards.

`quotations` finds the quoted stretches; `cues` and `asides` find what introduces them, `contents` where what is told
stands, `speakers` whom a cue names, `wording` the words of both; `speeches` follows a speaker over sentences and
paragraphs. `attribution` joins them. `stances` finds what is only thought, wanted or spoken of.
"""
