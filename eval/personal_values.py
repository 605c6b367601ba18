"""Made-up personal data by the rules that real data keep (check digits, ranges of numbers), and what looks alike."""

import random
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from eval.personal_forms import cn_digits, grouped, wide
from knowledge.privacy.checksums import credit_check, hong_kong_check, id_check, luhn_check

FOLDER = Path(__file__).parent / "sets" / "personal_data"
_PLATES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"


class Dice(random.Random):
    """Seeded chance. The held-out set has hand-written values of its own."""

    def __init__(self, seed: int, held_out: bool) -> None:
        super().__init__(seed)
        self._held_out = held_out

    def pick(self, name: str) -> str:
        """One of the hand-written values of this list."""
        return self.choice(lists()[f"{name}_held_out" if self._held_out else name])


@cache
def lists() -> Mapping[str, list[str]]:
    """The hand-written values, by name of their list."""
    return {name: words.split() for name, words in tomllib.loads((FOLDER / "values.toml").read_text("utf-8")).items()}


def digits(dice: Dice, count: int) -> str:
    """So many digits."""
    return "".join(dice.choice("0123456789") for _ in range(count))


def day(dice: Dice, first: int = 1945, last: int = 2012) -> tuple[int, int, int]:
    """Year, month and day."""
    return dice.randint(first, last), dice.randint(1, 12), dice.randint(1, 28)


def _eight(dice: Dice) -> str:
    year, month, date = day(dice)
    return f"{year}{month:02}{date:02}"


def identity(dice: Dice) -> str:
    """An identity number with its check sign."""
    seventeen = dice.choice(lists()["provinces"]) + digits(dice, 2) + "0" + digits(dice, 1) + _eight(dice)
    seventeen += digits(dice, 3)
    return seventeen + id_check(seventeen)


def old_identity(dice: Dice) -> str:
    """An identity number of 15 digits, as given out until 1999."""
    number = identity(dice)
    return f"{number[:6]}{dice.randint(30, 84)}{number[10:17]}"


def mobile(dice: Dice) -> str:
    """A mobile number."""
    return f"1{dice.choice('3456789')}{digits(dice, 9)}"


def landline(dice: Dice) -> tuple[str, str]:
    """Area code and number."""
    return dice.choice(lists()["area_codes"]), dice.choice("2345678") + digits(dice, dice.choice((6, 7)))


def card(dice: Dice) -> str:
    """A card number of 16 or 19 digits with its check digit."""
    bank = dice.choice(lists()["banks"])
    length = 19 if bank.startswith("62") and dice.random() < 0.7 else 16
    number = bank + digits(dice, length - 7)
    return number + luhn_check(number)


def credit(dice: Dice) -> str:
    """A unified social credit code with its check sign."""
    seventeen = dice.choice(("91", "92", "93", "52")) + dice.choice(lists()["provinces"]) + digits(dice, 4)
    seventeen += "".join(dice.choice(_CREDIT) for _ in range(9))
    return seventeen + credit_check(seventeen)


def hong_kong(dice: Dice) -> str:
    """A number of a Hong Kong identity card."""
    letter, six = dice.choice("ACDEGHKPRVYZ"), digits(dice, 6)
    return f"{letter}{six}({hong_kong_check(letter, six)})"


def passport(dice: Dice) -> str:
    """A passport number of the kinds in use."""
    return dice.choice((f"E{digits(dice, 8)}", f"E{dice.choice('ABCDEFGH')}{digits(dice, 7)}", f"G{digits(dice, 8)}"))


def permit(dice: Dice) -> str:
    """A permit to or from Hong Kong, Macao and Taiwan."""
    letter = dice.choice("CCHML")
    return f"C{dice.choice('ABDEF')}{digits(dice, 7)}" if dice.random() < 0.3 else f"{letter}{digits(dice, 8)}"


def plate(dice: Dice) -> str:
    """A plate, one in three of a new-energy car."""
    head, dot = dice.choice(_PLATES) + dice.choice(_SIGNS[:12]), dice.choice(("", "", "·", " "))
    if dice.random() < 0.33:
        return f"{head}{dot}{dice.choice('DF')}{dice.choice('0123456789ABC')}{digits(dice, 4)}"
    signs = list(digits(dice, 5))
    if dice.random() < 0.6:
        signs[dice.randrange(4)] = dice.choice(_SIGNS)
    return f"{head}{dot}{''.join(signs)}"


def address(dice: Dice) -> tuple[str, str]:
    """(province to county, the rest): only the rest is personal."""
    area = dice.pick("areas") if dice.random() < 0.7 else ""
    number = dice.randint(1, 399)
    kind = dice.randrange(6)
    road, estate = dice.pick("roads"), dice.pick("estates")
    block, unit, flat = dice.randint(1, 28), dice.randint(1, 4), dice.randint(1, 25) * 100 + dice.randint(1, 4)
    if kind == 0:
        return area, f"{road}{number}号"
    if kind == 1:
        return area, f"{road}{number}号{estate}{block}{dice.choice(('栋', '号楼', '幢'))}{unit}单元{flat}室"
    if kind == 2:
        return area, f"{estate}{block}{dice.choice(('栋', '号楼', '幢', '座'))}{flat}{dice.choice(('室', '号', '户'))}"
    if kind == 3:
        said = cn_digits(str(flat))
        return area, f"{estate}{'一二三四五六七八九'[block % 9]}号楼{'一二三四'[unit - 1]}单元{said}"
    if kind == 4:
        group = dice.choice((str(dice.randint(1, 15)), "一", "二", "三", "五", "十"))
        house = f"{number}号" if dice.random() < 0.5 else ""
        return area, f"{dice.pick('towns')}{dice.pick('villages')}{group}组{house}"
    return area, f"{road}{number}弄{block}号{flat}室"


def birth(dice: Dice) -> str:
    """A day of birth in one of its writings."""
    year, month, date = day(dice)
    return dice.choice(
        (
            f"{year}年{month}月{date}日",
            f"{year}年{month}月{date}日",
            f"{year}-{month:02}-{date:02}",
            f"{year}.{month}.{date}",
            f"{year}/{month:02}/{date:02}",
        )
    )


def ip(dice: Dice) -> str:
    """An IPv4 address."""
    return ".".join(str(dice.randint(low, high)) for low, high in ((11, 223), (0, 255), (0, 255), (1, 254)))


def mail(dice: Dice) -> str:
    """A mail address."""
    return f"{dice.pick('mail_users')}@{dice.pick('mail_hosts')}"


def money(dice: Dice) -> str:
    """A sum as people write or say it."""
    amount = dice.randint(1, 99999)
    return dice.choice(
        (
            f"{amount}元",
            f"{amount / 10:.1f}万元",
            f"{amount}块",
            f"{amount:,}.00元",
            f"人民币{amount}{digits(dice, 4)}元",
            "十二万三千五百块",
            f"{amount}万",
            "八千六",
        )
    )


def moment(dice: Dice) -> str:
    """A day that is nobody's birthday."""
    year, month, date = day(dice, 1998, 2026)
    return dice.choice(
        (
            f"{year}年{month}月{date}日",
            f"{year}-{month:02}-{date:02}",
            f"{year}.{month}.{date}",
            f"{month}月{date}号",
            f"{cn_digits(str(year))}年{month}月",
            f"{year}{month:02}{date:02}",
        )
    )


def order(dice: Dice) -> str:
    """A number of an order, a parcel, a policy: as long as cards and identity numbers are."""
    prefix = dice.choice(("", "", "", "SF", "YT", "JD", "PO", "20240506", "JDX"))
    return prefix + digits(dice, dice.choice((10, 12, 13, 14, 16, 18, 20, 22)))


def case_number(dice: Dice) -> str:
    """The number of a court's case."""
    kind = dice.choice(("民初", "民终", "刑初", "行初", "执", "民申", "民特"))
    year, number = dice.randint(2012, 2026), dice.randint(1, 29999)
    return dice.choice(("（{}）{}{}{}号", "({}){}{}{}号", "〔{}〕{}{}{}号")).format(
        year, dice.pick("courts"), kind, number
    )


def article(dice: Dice) -> str:
    """An article's number."""
    number = dice.randint(1, 1260)
    return dice.choice(
        (
            f"第{number}条",
            f"第{number}条第{dice.randint(1, 4)}款",
            "第一千零七十九条",
            "第四十七条",
            "第三百六十六条之一",
        )
    )


def in_a_form(number: str, dice: Dice, sizes: tuple[tuple[int, ...], ...]) -> str:
    """The number as typed: mostly plain, else in groups or in full-width digits."""
    chance = dice.random()
    if chance < 0.12:
        return grouped(number, dice.choice(sizes), " ")
    if chance < 0.2:
        return grouped(number, dice.choice(sizes), "-")
    return wide(number) if chance < 0.26 else number
