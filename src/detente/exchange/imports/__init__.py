"""Sets of coded events in: GDELT, ICEWS, POLECAT, PLOVER, Phoenix, ACLED."""
