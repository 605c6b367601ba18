"""Article references: 民法典第一千零七十九条第三款第二项, as a value that parses and prints back.

`law` is the law's name as written (or its id once resolved), without 《》 and without 中华人民共和国.
"""

import re
from dataclasses import dataclass, replace

from knowledge.errors import ReferenceSyntaxError
from knowledge.statutes import english, names, numerals


@dataclass(frozen=True, slots=True, order=True)
class ArticleRef:
    """A reference to a law, an article, a paragraph (款), an item (项) or a point (目).

    `article` 0 refers to the law as a whole. `item_insert` is M in 第N项之M. Paragraph, item and point are 0 where the
    reference does not name them; an item without a paragraph belongs to the article's only (or first listed) paragraph.
    """

    law: str
    article: int = 0
    insert: int = 0
    paragraph: int = 0
    item: int = 0
    item_insert: int = 0
    point: int = 0

    @property
    def whole_article(self) -> "ArticleRef":
        """The same reference without paragraph, item and point."""
        return replace(self, paragraph=0, item=0, item_insert=0, point=0)

    @property
    def place(self) -> str:
        """第一百三十三条之一第一款第三项, without the law; empty for a law as a whole."""
        parts = (
            ("条", self.article, self.insert),
            ("款", self.paragraph, 0),
            ("项", self.item, self.item_insert),
            ("目", self.point, 0),
        )
        return "".join(_print(unit, number, insert) for unit, number, insert in parts if number)

    def __str__(self) -> str:
        """刑法第一百三十三条之一第一款第三项: what `parse` reads back."""
        return self.law + self.place


def _print(unit: str, number: int, insert: int) -> str:
    after = f"之{numerals.write(insert)}" if insert else ""
    return f"第{numerals.write(number)}{unit}{after}"


_N = rf"(?:{numerals.NUMERAL})"
_BRACKETED = rf"(?:[（]?{_N}(?:之{_N})?[）]?)"

# 第1079条 · 1079条 · 第一百三十三条之一 · 第133条之1 · 1079 (digits at the end may stand alone)
_ARTICLE = rf"第?(?P<article>{_N})条(?:之(?P<insert>{_N}))?|第?(?P<digits>[0-9]+)$"
# 第三款
_PARAGRAPH = rf"第?(?P<paragraph>{_N})款"
# 第（二）项 · 第2项 · （二）项 · 第三项之一 · 第（三之一）项
_ITEM = rf"第?(?P<item>{_BRACKETED})项(?:之(?P<item_insert>{_N}))?"
# 第三目 · 第(1)目
_POINT = rf"第?(?P<point>{_BRACKETED})目"
_PLACE = re.compile(rf"(?:{_ARTICLE})(?:{_PARAGRAPH})?(?:{_ITEM})?(?:{_POINT})?")
_QUOTED = re.compile(r"《(?P<a>(?:[^《》]|《[^《》]*》)+)》|〈(?P<b>[^〈〉]+)〉|“(?P<c>[^“”]+)”")
_CITED_ARTICLE = re.compile(rf"第{_N}条")
_KEY = re.compile(r"#([0-9]{1,4})$")
_NAME_ENDS = (
    "法|典|条例|规定|解释|办法|决定|决议|通知|批复|规则|意见|纲要|安排|标准|修正案|规程|细则|方案|答复|纪要|通则|总则|解答"
    "|制度|目录|规范|公告|命令|准则|章程|宣言|协定|公约|布告|通告|复函|编|补充|要求|措施|税则|守则"
)
# 民法典 · 民事诉讼法解释（一） · 宪法修正案（2018年）
_NAME_TAIL = r"(?:（[^（）]+）|[一二三四五六七八九十]+)*"
_NAME = re.compile(rf"[^第#\s]*(?:第(?!{_N}条)[^第#\s]*|第{_N}条[^第#\s]+)*?(?:{_NAME_ENDS}){_NAME_TAIL}")


LONGEST = 300
"""The longest title held has about 100 characters."""


def parse(text: str) -> ArticleRef:
    """The reference that the whole text is.

    《民法典》第1079条第3款第（二）项, 民法典一千零七十九条, Civil Code art. 1079(3); a bare name gives article 0.
    Raises ReferenceSyntaxError, which names the text and the rule, for anything else.
    """
    if len(text) > LONGEST:
        raise _error(text, f"a reference has at most {LONGEST} characters")
    if found := english.parse(text):
        law, numbers = found
        return ArticleRef(law, *numbers)
    ref = _read(text, names.tidy(text))
    printed = str(ref)
    if _read(text, printed) != ref:
        raise _error(text, f"{ref.law!r} is not a law's name: printed back, {printed!r} says something else")
    return ref


def _read(text: str, plain: str) -> ArticleRef:
    """The reference of a tidied text; `text` is what errors show."""
    law, place = _split_law(text, plain)
    return _with_place(text, names.normalise(law), place) if place else ArticleRef(names.normalise(law))


def parse_keyed(text: str) -> tuple[ArticleRef, int]:
    """A reference that may bear a wording mark, 立法法第三条#2: the reference and the mark (0 where there is none)."""
    plain = names.tidy(text)
    found = _KEY.search(plain)
    if not found:
        return parse(text), 0
    return parse(plain[: found.start()]), int(found[1])


def is_name(text: str) -> bool:
    """Whether a text looks like the name of a law: it ends as such names do, and names no article after it."""
    return bool(_NAME.fullmatch(names.normalise(text)))


def _split_law(text: str, plain: str) -> tuple[str, str]:
    """(the law's name, the place in it) of a tidied text."""
    if not plain:
        raise _error(text, "it is empty")
    if quoted := _QUOTED.match(plain):
        return quoted["a"] or quoted["b"] or quoted["c"], plain[quoted.end() :]
    for start in range(len(plain)):
        if _PLACE.fullmatch(plain, start):
            if start == 0:
                raise _error(text, "an article needs its law's name before it")
            return plain[:start], plain[start:]
    if not _NAME.fullmatch(plain):
        raise _error(text, "a reference is a law's name, or a name with 第N条, 第N款, 第N项, 第N目 in this order")
    return plain, ""


def _with_place(text: str, law: str, place: str) -> ArticleRef:
    found = _PLACE.fullmatch(place)
    if not found:
        raise _error(text, f"after the law's name, {place!r} is not 第N条, 第N款, 第N项, 第N目 in this order")
    if not law:
        raise _error(text, "the law's name is empty")
    item, item_insert = _bracketed(text, found["item"])
    point, _ = _bracketed(text, found["point"])
    return ArticleRef(
        law,
        article=_number(text, found["article"] or found["digits"]),
        insert=_number(text, found["insert"]),
        paragraph=_number(text, found["paragraph"]),
        item=item,
        item_insert=item_insert or _number(text, found["item_insert"]),
        point=point,
    )


def _bracketed(text: str, numeral: str | None) -> tuple[int, int]:
    """（三之一） -> (3, 1); （二） or 2 -> (2, 0); nothing -> (0, 0)."""
    number, _, insert = (numeral or "").strip("（）").partition("之")
    return _number(text, number), _number(text, insert)


def _number(text: str, numeral: str | None) -> int:
    """A numeral's value, 0 where there is none; a written zero or more than five digits is refused."""
    if not numeral:
        return 0
    try:
        value = numerals.parse(numeral)
    except ValueError as error:
        raise _error(text, str(error)) from error
    if not 0 < value < 100_000:
        raise _error(text, f"{numeral} is not a number from 1 to 99999")
    return value


def _error(text: str, rule: str) -> ReferenceSyntaxError:
    shown = text if len(text) <= 60 else text[:60] + "…"
    return ReferenceSyntaxError(f"not an article reference: {shown!r} (rule: {rule})")
