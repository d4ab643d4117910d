"""Who did what to or with whom: from the mentions of a sentence to its relations.

`relation` says what a relation is and what any reader of relations must offer; `lexical` is the reader made of
syntax and the lexicon. A learned reader fulfils the same protocol.
"""
