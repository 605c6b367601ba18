"""Dialogues that a lawyer can read, run through `Assistant.reply`. See docs/interviews.md."""
