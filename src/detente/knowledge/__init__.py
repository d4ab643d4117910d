"""Knowledge: the facts and tables that the readers use, as data files with a source for each row."""
