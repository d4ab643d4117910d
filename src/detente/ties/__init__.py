"""Events -> Ties: what two parties did to and with each other, over time.

`counts` is what events come to by period, front and type; `summary` the tie; `trend` and `standing_out` are the two
statistics that are told of it. `dyads` finds the pairs with most events; `charts` draws ties, `maps` those of
one party on the world's map, and `pictures` writes what is drawn; `brief` tells a tie in sentences.
"""
