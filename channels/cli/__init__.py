"""The command line: `lawline`."""
