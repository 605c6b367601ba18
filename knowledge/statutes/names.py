"""Names of laws: the normal form that is a law's id, and the laws that a name as said may stand for."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from knowledge.errors import DataError

_MARKS = re.compile("[《》〈〉“”「」『』\"'‘’]")
_SPACES = re.compile(r"[\s\u200b\u2009\ufeff]+")
# Kept where it is not the beginning of a title: 庆祝中华人民共和国成立…, 中华人民共和国政府和…
_STATE = re.compile("中华人民共和国(?!成立|主席|政府[和与关])")
_ISSUERS = "最高人民法院|最高人民检察院|公安部|司法部|国家安全部|全国人大常委会法制工作委员会"
_JOINED_ISSUERS = re.compile(rf"({_ISSUERS})[、，]?(?={_ISSUERS})")
_BRACKETED_DIGITS = re.compile(r"（([1-9]|1[0-9])）")
_WIDE = str.maketrans("()<>,", "（）〈〉，")


def tidy(text: str) -> str:
    """A reference or name in one spelling: no spaces, half-width digits, full-width brackets; quotation marks stay."""
    wide = text.translate(str.maketrans("“”‘’《》〈〉", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007"))
    plain = unicodedata.normalize("NFKC", wide).translate(_WIDE)
    plain = plain.translate(str.maketrans("\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007", "“”‘’《》〈〉"))
    return _SPACES.sub("", plain).strip("。，")


def normalise(title: str) -> str:
    """The id of the law with this title: 《中华人民共和国民法典》 -> 民法典; the same for every spelling of it."""
    plain = _STATE.sub("", _MARKS.sub("", tidy(title)))
    plain = _JOINED_ISSUERS.sub(r"\1、", plain)
    return _BRACKETED_DIGITS.sub(
        lambda found: f"（{'一二三四五六七八九十'[int(found[1]) - 1]}）" if int(found[1]) <= 10 else found[0], plain
    )


_ISSUED = re.compile(rf"(?:(?:{_ISSUERS})、?)+(?:印发|发布)?(?=关于)")
_YEAR = re.compile(r"（\d{4}年?[^（）]*）$|^\d{4}年?版?|（[^（）]*(?:试行|修正|修订|修改)[^（）]*）$")
# 适用民法典婚姻家庭编的解释（一） -> 民法典婚姻家庭编, （一）
_APPLYING = re.compile(
    r"(?:适用|执行|贯彻执行)(?P<core>.+?)(?:若干问题)?的?(?:解释|意见|规定)(?P<number>（[^（）]+）)?$"
)
# 审理民间借贷案件适用法律若干问题的规定 -> 民间借贷
_DECIDING = re.compile(
    r"(?:审理|办理|处理)(?P<core>.+?)(?:纠纷|刑事|民事|行政)?案件(?:具体)?(?:适用|应用)?(?:法律)?(?:的?若干问题|有关问题|问题)?的?(?:解释|规定|意见)(?P<number>（[^（）]+）)?$"
)
_NICKNAME_ENDS = ("解释", "司法解释", "规定")


class Names:
    """Finds the laws that a name may stand for. Several where it is ambiguous; never a guess.

    Built from titles held and from a table short name -> canonical title. A rule is asked only where those before it
    know nothing: the title itself, the table, the title without its issuer, the title without its year or （试行）,
    nicknames of interpretations (民间借贷司法解释, 民法典婚姻家庭编解释（一）).
    """

    def __init__(self, titles: Iterable[str], aliases: Mapping[str, str]) -> None:
        self._titles = {normalise(title): title for title in titles}
        self._aliases = {normalise(short): normalise(canonical) for short, canonical in aliases.items()}
        self._derived: dict[str, set[str]] = {}
        for law in self._titles:
            for name in _derive(law):
                self._derived.setdefault(name, set()).add(law)

    def find(self, said: str) -> tuple[str, ...]:
        """Ids of the laws that the name may stand for, sorted; empty where it is not known."""
        for name in _spellings(normalise(said)):
            if name in self._titles:
                return (name,)
            if name in self._aliases:
                return (self._aliases[name],)
            if name in self._derived:
                return tuple(sorted(self._derived[name]))
        return ()

    def spoken(self) -> Iterator[str]:
        """Every name that a text may use, for finding names in running text."""
        yield from self._titles
        yield from self._aliases
        yield from self._derived


def _spellings(name: str) -> Iterator[str]:
    """The name, then without its year, then with 司法解释 and 解释 exchanged."""
    yield name
    yield (bare := _YEAR.sub("", name))
    yield bare.replace("司法解释", "解释") if "司法解释" in bare else bare.replace("解释", "司法解释")


def _derive(law: str) -> Iterator[str]:
    """Other names of a law, by rule."""
    issued = _ISSUED.sub("", law)
    bare = issued.removeprefix("关于")
    yield from {issued, bare, _YEAR.sub("", law), _YEAR.sub("", bare)} - {law, ""}
    if bare == law:
        return
    for pattern in (_APPLYING, _DECIDING):
        if found := pattern.fullmatch(bare):
            for end in _NICKNAME_ENDS:
                yield from _numbered(found["core"] + end, found["number"] or "")


def _numbered(name: str, number: str) -> Iterator[str]:
    """解释（一） is also said 解释一 and, ambiguously, 解释."""
    yield name
    if number:
        yield name + number
        yield name + number.strip("（）")


@cache
def load_aliases() -> Mapping[str, str]:
    """The table of short names (aliases.toml): short or common name -> canonical title without 中华人民共和国."""
    table = tomllib.loads(files(__package__).joinpath("aliases.toml").read_text("utf-8"))
    aliases = table.get("aliases")
    if not isinstance(aliases, dict) or not all(isinstance(value, str) for value in aliases.values()):
        raise DataError("aliases.toml: [aliases] must be a table short name = canonical title")
    return aliases
