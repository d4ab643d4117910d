"""When: expressions of time, the days they mean, and which of them governs a claim.

`calendar` holds the arithmetic and `holidays` the days with a name; `rules` are the expressions of news English (small
named records with their examples), made of `patterns` and `productions`; `tense` tells whether the words around look
ahead. `expressions` finds them in a text, `governing` chooses the one that a claim stands under, and `links` moves its
days ("since", "by", "two days after").
"""
