"""`lawline document`: papers filled with what is told, as Word or PDF."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from assistant.calculators.model import Wanting
from assistant.calculators.reckoning import reckon
from assistant.calculators.registry import calculators
from assistant.calculators.written import read_facts
from assistant.documents.model import Document
from assistant.documents.printed import document_json, document_text, read_told
from assistant.documents.render import render, to_pdf
from assistant.documents.shelf import documents
from assistant.documents.sums import Sum
from channels.cli.exits import plain_errors
from channels.cli.facts import split_facts
from channels.cli.options import as_json, echo_json


@click.command()
@click.argument("name", required=False)
@click.argument("facts", nargs=-1)
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file: .docx or .pdf.")
@click.option("--sum", "sums", multiple=True, help="A calculator with its facts: 'severance start=… end=… wage=…'.")
@as_json
def document(name: str | None, facts: tuple[str, ...], out: Path | None, sums: tuple[str, ...], as_json: bool) -> None:
    """Fill a paper: lawline document loan-complaint principal=50000 lent_on=2023-05-01 -o 起诉状.docx.

    Without a NAME all papers are listed; without --out the facts that the paper takes. What is not told stays blank.
    A sum of --sum fills what it reckons, and its working stands in an annex. Exit code 2 where a fact breaks its rule.
    """
    with plain_errors():
        if name is None:
            _show_all(as_json)
        elif (chosen := documents().get(name)) is None:
            raise click.BadParameter(f"{name!r} is no document (rule: one of {', '.join(documents())})")
        elif out is None:
            if facts or sums:
                raise click.BadParameter("facts are told, but no file is named (rule: -o FILE.docx or FILE.pdf)")
            _show_facts(chosen, as_json)
        else:
            _write(chosen, split_facts(facts), [_sum(words) for words in sums], out, as_json)


def _show_all(as_json: bool) -> None:
    if as_json:
        echo_json([document_json(one) for one in documents().values()])
        return
    for one in documents().values():
        click.echo(f"{one.id}：{one.name}。{one.about}")


def _show_facts(document: Document, as_json: bool) -> None:
    if as_json:
        echo_json(document_json(document))
    else:
        click.echo(document_text(document))


def _write(document: Document, texts: Mapping[str, str], sums: list[Sum], out: Path, as_json: bool) -> None:
    if out.suffix not in (".docx", ".pdf"):
        raise click.BadParameter(f"{out.name!r} is no kind of file that is written (rule: .docx or .pdf)")
    made = render(document.id, read_told(document, texts), date.today(), sums)
    out.write_bytes(made.docx if out.suffix == ".docx" else to_pdf(made))
    labels = [document.by_id[fact].fact.label for fact in made.blanks]
    if as_json:
        echo_json({"document": document.id, "file": str(out), "blanks": list(made.blanks)})
        return
    click.echo(f"{document.name}：{out}")
    if labels:
        click.echo(f"还空着 {len(labels)} 处：{'、'.join(labels)}")


def _sum(words: str) -> Sum:
    name, *facts = words.split()
    calculator = calculators().get(name)
    if calculator is None:
        raise click.BadParameter(f"{name!r} is no calculator (rule: one of {', '.join(calculators())})")
    working = reckon(calculator, read_facts(calculator, split_facts(facts)))
    if isinstance(working, Wanting):
        raise click.BadParameter(f"--sum {name}: {working.reason}")
    return Sum(calculator, working)
