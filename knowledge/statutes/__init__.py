"""Statutes: laws, their dated wordings, references to them, and when each holds."""
