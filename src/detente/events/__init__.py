"""Claims -> Events: claims that tell of one happening are one event, told by many.

`sketch` is what of a claim is compared, `likeness` how likely two claims tell of one happening, `joining` makes groups
of them; `sources` counts who tells it independently, `assembly` says what the event is.
"""
