"""When: expressions of time, the days they mean, and which of them governs a claim.

`rules` are the expressions of news English, small named records with their examples, one module a kind; a `rule` is
made of the pieces of `patterns` and tried where one of its `cues` stands. `calendar` holds the arithmetic, `amounts`
the numbers and `holidays` the days with a name. `tense` tells whether the words around look ahead, `history` whether
a text tells of long ago, `lookalikes` what is no time at all. `expressions` finds them in a text, `governing` chooses
the one that a claim stands under, and `links` moves its days ("since", "by", "two days after").
"""
