"""Where: the toponyms of a report, which place each of them means, and which of them a claim stands at."""
