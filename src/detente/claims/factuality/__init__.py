"""How surely: FactBank's value of an act and PLOVER's auxiliary modes.

From an act's word the way goes up the sentence (`embedding`): out of a clause (`clauses`) or a noun (`phrases`), by
a step at a time (`step`) to a predicate as the table writes it (`predicates`). What stands beside each verb is the
matter of `negation`, `modal` and `ahead`; what kind of clause is at the top, of `mood`; on what else it hangs, of
`bound`. `value` sums it up, `degree` makes a number of it, and `reasons` words it.
"""
