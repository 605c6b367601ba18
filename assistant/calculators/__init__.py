"""Sums and deadlines: pure functions over dated rules, their working shown line by line.

To add one: a file in its subject's folder (`labour/severance.py`) with a `Calculator`, listed in the folder's
`CALCULATORS`; its rules in `rules/<subject>.toml` (see `rulebook`), yearly figures in `rules/figures/` (see `figures`).
`compute` reads facts with `told`, counts with `days`, asks `holidays`, prints with `amounts`, rounds with
`amounts.cents` in result lines only, and returns `reckoning.worked(lines, notes)`. Facts that contradict one another
(an end before its beginning) raise BadFact; `reckoning.reckon` checks the facts and runs it.
"""
