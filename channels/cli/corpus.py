"""`lawline corpus`: list, install, upgrade, verify, status."""

import sys
from pathlib import Path

import click

from channels.cli.exits import Exit, plain_errors
from channels.cli.options import as_json, echo_json
from channels.cli.progress import bar
from knowledge import CorpusBusy, CorpusUnreachable


@click.group()
def corpus() -> None:
    """The public corpora of statutes."""


@corpus.command("list")
@as_json
def list_sources(as_json: bool) -> None:
    """List the public sources with their pinned commits and licences."""
    from knowledge.bootstrap import open_shelf, sources

    with plain_errors():
        installed = open_shelf().installed()
        rows = [
            {
                "id": source.id,
                "repository": source.repository,
                "commit": source.commit,
                "day": source.day.isoformat(),
                "licence": source.licence,
                "digest": source.digest,
                "installed": source.id in installed and installed[source.id].digest == source.digest,
            }
            for source in sources()
        ]
    if as_json:
        echo_json(rows)
        return
    for row in rows:
        mark = "installed" if row["installed"] else "not installed"
        click.echo(
            f"{row['id']:14} {row['repository']}@{str(row['commit'])[:12]} {row['day']}  {mark}  {row['licence']}"
        )


@corpus.command()
@click.option("--if-reachable", is_flag=True, help="Say what could not be reached and go on, for a first start.")
@as_json
def install(if_reachable: bool, as_json: bool) -> None:
    """Install every corpus from the mirror folder, else from its public address, and verify it."""
    from knowledge.bootstrap import open_shelf, settings, sources

    done, missed = [], []
    with plain_errors():
        shelf = open_shelf()
        for source in sources():
            try:
                with bar(f"corpus {source.id}") as progress:
                    new = shelf.install(source, settings().mirror, progress)
                done.append({"id": new.id, "commit": new.commit, "digest": new.digest})
            except (CorpusUnreachable, CorpusBusy) as error:  # what is corrupt is never passed over
                if not if_reachable:
                    raise
                missed.append({"id": source.id, "reason": str(error)})
    if as_json:
        echo_json({"installed": done, "missed": missed})
    for row in missed if not as_json else ():
        click.echo(f"lawline: {row['reason']}", err=True)
    for row in done if not as_json else ():
        click.echo(f"{row['id']} {row['commit'][:12]} verified")


@corpus.command()
@click.option(
    "--to", "target", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A newer sources.toml."
)
@click.option("--yes", is_flag=True, help="Swap without asking.")
@as_json
def upgrade(target: Path | None, yes: bool, as_json: bool) -> None:
    """Go from the installed pins to newer ones: shows added, changed and lost wordings before the swap."""
    from knowledge.bootstrap import compare_pins, open_shelf, settings, sources

    changes = []
    with plain_errors():
        shelf = open_shelf()
        for source in sources(target):
            with bar(f"corpus {source.id}") as progress:
                new = shelf.place(source, settings().mirror, progress)
            change = compare_pins(shelf, new)
            changes.append(change.as_json())
            click.echo(change.as_text(), err=as_json)
            if change.nothing:
                continue
            if yes or click.confirm(f"make {new.id} {new.commit[:12]} current?", err=True):
                shelf.make_current(new)
                click.echo(f"{new.id} {new.commit[:12]} is current; now run: lawline index build", err=True)
    if as_json:
        echo_json(changes)


@corpus.command()
@as_json
def verify(as_json: bool) -> None:
    """Compute the digest of every installed corpus from its files. Exit code 4 where one is not what it was."""
    from knowledge.bootstrap import open_shelf

    with plain_errors():
        shelf = open_shelf()
        installed = shelf.installed()
        found = shelf.verify()
    rows = [
        {"id": key, "expected": row.digest, "found": found[key], "ok": row.digest == found[key]}
        for key, row in installed.items()
    ]
    if as_json:
        echo_json(rows)
    for row in rows if not as_json else ():
        click.echo(
            f"{row['id']:14} {'ok' if row['ok'] else 'ALTERED'}  expected {row['expected']}  found {row['found']}"
        )
    if not rows:
        click.echo("no corpus is installed", err=True)
        sys.exit(Exit.NOT_FOUND)
    sys.exit(Exit.FOUND if all(row["ok"] for row in rows) else Exit.DATA)


@corpus.command()
@as_json
def status(as_json: bool) -> None:
    """Which corpora are installed, and whether the index was built from them. Exit code 3 where none is."""
    from knowledge.bootstrap import current_edition, open_shelf

    with plain_errors():
        installed = open_shelf().installed()
        edition = current_edition()
    indexed = {key: bool(edition and edition.corpora.get(key) == row.commit) for key, row in installed.items()}
    if as_json:
        rows = {key: {"commit": row.commit, "day": row.day, "digest": row.digest} for key, row in installed.items()}
        echo_json({key: row | {"indexed": indexed[key]} for key, row in rows.items()})
    elif not installed:
        click.echo("no corpus is installed: Lawline runs on its starter knowledge")
    for key, row in installed.items() if not as_json else ():
        state = "indexed" if indexed[key] else "not indexed: run lawline index build"
        click.echo(f"{key:14} {row.commit[:12]} of {row.day}  {state}")
    sys.exit(Exit.FOUND if installed else Exit.NOT_FOUND)
