"""Facts as the command line takes them."""

from collections.abc import Iterable

import click


def split_facts(said: Iterable[str]) -> dict[str, str]:
    """Facts written id=value, each once. BadParameter names one that is not so written, or given twice."""
    texts: dict[str, str] = {}
    for one in said:
        fact, equals, value = one.partition("=")
        if not equals or not fact:
            raise click.BadParameter(f"{one!r} is no fact (rule: id=value, for example wage=8000)")
        if fact in texts:
            raise click.BadParameter(f"{fact} is given twice (rule: each fact once)")
        texts[fact] = value
    return texts
