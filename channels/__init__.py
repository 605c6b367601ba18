"""Channels: the ways in and out of Lawline. The only room that knows HTTP, the command line and the pages."""
