"""What a report only presupposes: earlier acts, in the windows of `earlier`, and what `commemorations` look back on."""
