"""Corpora: public texts that Lawline installs as data, from a mirror folder or from their public address."""
