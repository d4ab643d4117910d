"""Claims: from a report to what it says happened.

`reading` walks the stages in order: `sift` and `sentences`, `parties` and `references`, `dates`, `occasions`,
`tellers`, `relations`, then `assembly` puts each claim together with `factuality`, `places`, `quantities`, `fronts` and
`implied`.
"""
