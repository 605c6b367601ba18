"""The set of personal data: sentences written one by one, filled by a seeded generator; and what only looks so."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from eval import personal_values as made
from eval.errors import BadSet
from eval.lines import lines_of
from eval.personal_forms import grouped, said
from eval.personal_values import Dice
from knowledge.privacy import PersonalKind, PersonalSpan

_SLOT = re.compile(r"\{(?P<kind>[a-z_0-9]+)(?P<said>\.said)?\}")
_KINDS = {
    "id": PersonalKind.ID_CARD,
    "id15": PersonalKind.ID_CARD,
    "hkid": PersonalKind.ID_CARD,
    "passport": PersonalKind.PASSPORT,
    "permit": PersonalKind.PERMIT,
    "mobile": PersonalKind.PHONE,
    "landline": PersonalKind.PHONE,
    "hotline400": PersonalKind.PHONE,
    "card": PersonalKind.CARD,
    "credit": PersonalKind.CREDIT_CODE,
    "plate": PersonalKind.PLATE,
    "mail": PersonalKind.MAIL,
    "account": PersonalKind.ACCOUNT,
    "qq": PersonalKind.ACCOUNT,
    "ip": PersonalKind.IP,
    "address": PersonalKind.ADDRESS,
    "name": PersonalKind.NAME,
    "birth": PersonalKind.BIRTH,
}


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence with the personal data in it; `style` says how it is written. Negatives hold none."""

    style: str
    text: str
    spans: tuple[PersonalSpan, ...] = ()


def carriers(held_out: bool, seed: int, rounds: int) -> Iterator[Filled]:
    """Every carrier filled `rounds` times. BadSet where a slot is unknown."""
    yield from _filled(_file("carriers", held_out), Dice(seed, held_out), rounds)


def negatives(held_out: bool, seed: int, rounds: int) -> Iterator[Filled]:
    """Every negative, those with slots filled `rounds` times; none holds personal data."""
    dice = Dice(seed, held_out)
    for style, text, place in _rows(_file("negatives", held_out)):
        for _ in range(rounds if _SLOT.search(text) else 1):
            yield Filled(style, _look_alikes(text, dice, place))


def _file(name: str, held_out: bool) -> Path:
    return made.FOLDER / f"{name}{'_held_out' if held_out else ''}.tsv"


def _rows(file: Path) -> Iterator[tuple[str, str, str]]:
    """(style, text, place): the first tab parts them, further ones belong to a table's text."""
    for number, line in lines_of(file):
        style, tab, text = line.partition("\t")
        if not tab or not text:
            raise BadSet(f"{file}:{number}: {line!r:.80} (rule: style, tab, text)")
        yield style, text, f"{file}:{number}"


def _filled(file: Path, dice: Dice, rounds: int) -> Iterator[Filled]:
    rows = list(_rows(file))
    for _ in range(rounds):
        for style, text, place in rows:
            yield _fill(style, text, place, dice)


def _fill(style: str, text: str, place: str, dice: Dice) -> Filled:
    parts: list[str] = []
    spans: list[PersonalSpan] = []
    length = end = 0
    for slot in _SLOT.finditer(text):
        if slot["kind"] not in _KINDS:
            raise BadSet(f"{place}: {slot[0]} (rule: a slot is one of {', '.join(_KINDS)})")
        lead, value = _value(slot["kind"], bool(slot["said"]), dice)
        before = text[end : slot.start()] + lead
        start = length + len(before)
        spans.append(PersonalSpan(start, start + len(value), _KINDS[slot["kind"]]))
        parts += [before, value]
        length, end = start + len(value), slot.end()
    return Filled(style, "".join([*parts, text[end:]]), tuple(spans))


def _value(kind: str, spoken: bool, dice: Dice) -> tuple[str, str]:
    """(what stands before and is not personal, the value)."""
    if spoken:
        return "", said(_DICTATED[kind](dice), dice)
    if kind == "address":
        return made.address(dice)
    return "", _WRITTEN[kind](dice)


def _landline(dice: Dice) -> str:
    area, number = made.landline(dice)
    return dice.choice((f"{area}-{number}", f"{area}{number}", f"({area}){number}", f"{area} {number}"))


def _toll_free(dice: Dice) -> str:
    return grouped(f"400{dice.choice('0168')}{made.digits(dice, 6)}", dice.choice(((3, 3, 4), (3, 4, 3), (10,))), "-")


def _mobile(dice: Dice) -> str:
    number = made.in_a_form(made.mobile(dice), dice, ((3, 4, 4), (3, 3, 5), (4, 4, 3)))
    return dice.choice(("+86", "+86 ", "86-", *[""] * 20)) + number


def _identity(dice: Dice) -> str:
    return made.in_a_form(made.identity(dice), dice, ((6, 8, 4), (6, 4, 4, 4), (4, 4, 4, 6)))


_WRITTEN: dict[str, Callable[[Dice], str]] = {
    "id": _identity,
    "id15": made.old_identity,
    "hkid": made.hong_kong,
    "passport": made.passport,
    "permit": made.permit,
    "mobile": _mobile,
    "landline": _landline,
    "hotline400": _toll_free,
    "card": lambda dice: made.in_a_form(made.card(dice), dice, ((4, 4, 4, 4, 4),)),
    "credit": made.credit,
    "plate": made.plate,
    "mail": made.mail,
    "account": lambda dice: dice.pick("wechat"),
    "qq": lambda dice: dice.choice("123456789") + made.digits(dice, dice.randint(6, 9)),
    "ip": made.ip,
    "name": lambda dice: dice.pick("names"),
    "birth": made.birth,
}
_DICTATED: dict[str, Callable[[Dice], str]] = {
    "id": made.identity,
    "mobile": made.mobile,
    "card": made.card,
    "landline": lambda dice: "".join(made.landline(dice)),
}
_LOOK_ALIKE: dict[str, Callable[[Dice], str]] = {
    "sum": made.money,
    "date": made.moment,
    "article": made.article,
    "case": made.case_number,
    "order": made.order,
    "law": lambda dice: dice.pick("laws"),
}


def _look_alikes(text: str, dice: Dice, place: str) -> str:
    def value(slot: re.Match[str]) -> str:
        if slot["kind"] not in _LOOK_ALIKE:
            raise BadSet(f"{place}: {slot[0]} (rule: a slot of a negative is one of {', '.join(_LOOK_ALIKE)})")
        return _LOOK_ALIKE[slot["kind"]](dice)

    return _SLOT.sub(value, text)
