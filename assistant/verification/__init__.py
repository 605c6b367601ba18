"""Verification: nothing is shown that does not stand in a source, in force on the day asked, and retrieved."""
