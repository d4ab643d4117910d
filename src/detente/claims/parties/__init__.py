"""Who: the mentions of parties in a sentence, and whom those that refer back mean.

`mentions` builds a mention around each phrase, with `naming` (which names and roles stand where) and `belonging`
(whose a phrase is); `references` resolves what refers back, with `told` (what the report has spoken of), `persons`,
`pronouns` and `anaphors`; `occasions` are the gatherings that a report comes back to.
"""
