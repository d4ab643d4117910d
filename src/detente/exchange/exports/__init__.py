"""Our events out, in the forms that the field's tools read."""
