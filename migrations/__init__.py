"""Migrations of the store; `store.py` brings a database to the newest shape."""
