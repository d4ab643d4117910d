"""From a text to the sentences worth parsing: `cutting` them, the `sift`, and `topics` that are no news of states."""
