"""Guided interviews: what a lawyer would ask, as data; one engine that any channel can run."""
