"""`lawline law show`: an article as it stood on a day."""

import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

import click

from channels.cli.exits import Exit, plain_errors
from channels.cli.options import Day, as_json, echo_json
from knowledge import Finding, Force, Miss, parse_ref

_STATUS = {"in_force": "有效", "not_yet": "尚未施行", "ended": "已经失效", "unknown": "不能确定"}


@click.group()
def law() -> None:
    """The law itself."""


@law.command()
@click.argument("reference")
@click.option("--on", "on", type=Day(), help="The day asked for; today where left out.")
@as_json
def show(reference: str, on: date | None, as_json: bool) -> None:
    """Show REFERENCE, for example 《民法典》第一千零七十九条, as it stood on a day.

    Exit code 3 where it is not found, 4 where no statutes are installed.
    """
    from knowledge.bootstrap import open_holdings

    with plain_errors():
        finding = open_holdings().library.resolve(parse_ref(reference), on or _today())
    if as_json:
        echo_json(finding_json(finding))
    else:
        click.echo(_plain(finding))
    if finding.miss is Miss.NO_TEXT:
        sys.exit(Exit.DATA)
    sys.exit(Exit.FOUND if finding.text or (finding.law and not finding.ref.article) else Exit.NOT_FOUND)


def finding_json(finding: Finding) -> dict[str, object]:
    """A finding as JSON; `from`/`to` are ISO days, `to` exclusive, null where open or unknown."""
    force = finding.version.force if finding.version else (finding.law.force if finding.law else None)
    return {
        "ref": str(finding.ref),
        "law": finding.law.title if finding.law else finding.ref.law,
        "on": finding.on.isoformat(),
        "status": finding.status.value,
        "miss": finding.miss.value,
        "from": _iso(force.start.exact) if force else None,
        "to": _iso(force.end.exact) if force and force.end else None,
        "text": finding.text,
        "note": finding.note,
    }


def _plain(finding: Finding) -> str:
    head = f"《{finding.law.title if finding.law else finding.ref.law}》{finding.ref.place}"
    force = finding.version.force if finding.version else (finding.law.force if finding.law else None)
    span = f"（{_span(force)}）" if force else ""
    known = finding.law and (finding.miss is Miss.NONE or not finding.ref.article)
    state = f"{finding.on.isoformat()}：{_STATUS[finding.status.value]}{span}" if known else ""
    return "\n".join(line for line in (head, state, finding.text, finding.note) if line)


def _span(force: Force) -> str:
    start = force.start.exact
    end = force.end.exact if force.end else None
    begins = (
        f"自{start.isoformat()}起施行" if start else f"施行日在{force.start.earliest.isoformat()}以后，确切日期不明"
    )
    return begins + (f"，至{end.isoformat()}前有效" if end else "")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()
