"""The expressions of time that news English uses, as small named rules with their examples: one module a kind.

Where two rules match words that begin and end together, the one that stands first here counts.
"""

from detente.claims.dates.rule import Rule
from detente.claims.dates.rules import (
    clock,
    days,
    durations,
    months,
    named_days,
    relative,
    sets,
    vague,
    weekdays,
    years,
)

RULES: tuple[Rule, ...] = (
    *days.RULES,
    *months.RULES,
    *years.RULES,
    *named_days.RULES,
    *weekdays.RULES,
    *clock.RULES,
    *relative.RULES,
    *vague.RULES,
    *sets.RULES,
    *durations.RULES,
)
