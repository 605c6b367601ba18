"""Composition: from evidence to a draft, by quotation or by a language model."""
