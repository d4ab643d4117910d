"""The version of the package, which is also the version of the coder that a record keeps with each claim."""

__version__ = "0.1.0"
