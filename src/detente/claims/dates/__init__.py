"""When: expressions of time, the days they mean, and which of them governs a claim.

`calendar` holds the arithmetic, `rules` the expressions of news English (small named records with their examples),
`expressions` finds them in a text, `governing` chooses the one that a claim stands under.
"""
