"""The data sets that the field already has, in and out: events of others beside our own, and ours for their tools."""
