"""How surely: FactBank's value of an act and PLOVER's auxiliary modes.

`embedding` is the way from an act up through the words above it, `negation`, `mood` and `time` what its clause says,
`value` what it comes to, `degree` the same as one number, `reasons` the words for it.
"""
