"""`python -m channels.cli` is `lawline`."""

from channels.cli.main import main

main()
