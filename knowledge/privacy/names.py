"""Personal names where words around them say so; the same name elsewhere in the text is found with them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from knowledge.privacy.heard import Heard
from knowledge.privacy.model import PersonalKind, PersonalSpan, Proof
from knowledge.privacy.surnames import name_at, name_before, signs

_GAP = r"[:： |\t(（“\"]{0,3}"
_SURE = re.compile(
    r"(?:(?:真实?|曾用|户籍)?(?:姓名|名字|真名|本名)|户名|开户(?:人|名称?)|持卡人|收款人|付款人|收件人|寄件人|联系人|签名|签字人?"
    rf"|立遗嘱人|此致[，, ]?|原名|户主){_GAP}(?:是|为|叫做?|写的?是?)?{_GAP}(?:姓名)?{_GAP}"
)  # 姓名：
_CALLED = re.compile(
    r"[我他她名个人头板公婆夫妻东友事弟哥姐妹妈爸子女告孩师机居学伯叔姨舅娘工方家员者"
    r"长任客伴戚生爷奶母父妇婿孙侄甥嫂伙]叫(?:做|作)? ?"
)  # 老板叫
_LABEL = re.compile(r"[\u4e00-\u9fff]{1,6}(?:[(（][\u4e00-\u9fff]{1,8}[)）])?[:：][ \t]?")  # 甲方（出租方）：
_SOMEBODY = re.compile(r"[\u4e00-\u9fff](?:人|(?<!或)者|员|户)(?:是|叫|为)? ?")  # 经手人
_GIVEN_TO = re.compile(r"(?:借给|转给|汇给|转账给|付给|打给|卖给|租给|送给|起诉|状告|我要告|今欠|欠)(?:了)? ?")  # 借给
_WITH = re.compile(
    r"(?:(?:写|签|填|登记)的?(?:又|还)?是|却是|(?:^|[，,。;； ]|我)(?:是|和|跟|与|找|被|向|问)) ?"
)  # 我跟
_FOLLOWED = re.compile(
    r"[，,、(（ ]{0,2}(?:男|女)[，,、。 )）]|[(（](?:电话|手机|联系|微信|住)|[(（]?(?:系原告|系被告|公民身份|身份证)"
    r"|(?:先生|女士|同志|小姐)|的(?:身份证|电话|手机|微信|银行卡|住址|户口)|(?:欠|借)(?:了)?我|收[。，, )）]|收$"
)  # 王强，男，; 王强的身份证
_SAYS = re.compile(r"说(?:他|她|自己|不|没|只|要)|给(?:他|她|我)(?:做|当|提供|写|打|转)")  # 王强说他只是担保
_GOES_ON = re.compile(r"(?![我你他她])[\u4e00-\u9fff]")
_AND = re.compile(r"(?:、|和|与|及|以及|,|，|/) ?")
_SEPARATED = re.compile(r"[ ,，/|:：(（\t]{1,3}$")
_NUMBERS = {PersonalKind.ID_CARD, PersonalKind.PHONE, PersonalKind.CARD, PersonalKind.ADDRESS}


@cache
def _role() -> re.Pattern[str]:
    """Words for people, and what may stand between them and a name: 被告：李四."""
    people, others = "|".join(signs().roles), "|".join(signs().not_after_roles)
    return re.compile(rf"(?:{people})(?!{others})(?:名叫|叫做?|是|为|姓名)?{_GAP}(?:姓名)?{_GAP}")


def names(heard: Heard, numbers: Iterable[PersonalSpan]) -> Iterator[PersonalSpan]:
    """The names of the text; `numbers` are the personal numbers found in it, beside which names stand."""
    text = heard.text
    numbers = tuple(numbers)
    found = _announced(text)
    for start, end in _beside(text, numbers).items():
        if all(end <= begin or close <= start for begin, close in found.items()):
            found[start] = end
    for end in list(found.values()):
        found |= _listed(text, end)
    found = {start: end for start, end in found.items() if not _inside(start, end, numbers)}
    for start, end in found.items():
        yield PersonalSpan(start, end, PersonalKind.NAME, Proof.CUE)
    yield from _again(text, {text[start:end] for start, end in found.items()})


def _inside(start: int, end: int, numbers: Iterable[PersonalSpan]) -> bool:
    """Whether it is a piece of an address or a number: 地址：凤凰城25号."""
    return any(start < one.end and one.start < end for one in numbers)


def _announced(text: str) -> dict[int, int]:
    """Names after 姓名, 我叫, 被告, 借给; the end of each by its beginning."""
    found: dict[int, int] = {}
    for start, end in (*_after_sure_words(text), *_after_roles(text), *_after_weak_words(text)):
        found.setdefault(start, end)
    return found


def _after_sure_words(text: str) -> Iterator[tuple[int, int]]:
    for cue in (_SURE, _CALLED):
        for match in cue.finditer(text):
            sure = not _goes_on(text, match)
            if end := name_at(text, match.end(), sure, latin=sure):
                yield match.end(), end


def _after_roles(text: str) -> Iterator[tuple[int, int]]:
    for match in _role().finditer(text):
        sure = match[0][-1] in "：:\t"
        if end := name_at(text, match.end(), sure, latin=sure):
            yield match.end(), end


def _after_weak_words(text: str) -> Iterator[tuple[int, int]]:
    """Names after words that other things follow, too: they have to look like names by themselves."""
    for match in _LABEL.finditer(text):
        start = match.end()
        end = name_at(text, start, sure=False)
        clear = end and (_is_person(match[0]) or text[start] not in signs().doubtful)
        if clear and not _GOES_ON.match(text, end):
            yield start, end
    for cue, least in ((_SOMEBODY, 3), (_GIVEN_TO, 2), (_WITH, 2)):
        for match in cue.finditer(text):
            end = name_at(text, match.end(), sure=False)
            if end >= match.end() + least and _stands(text, match.end(), end):
                yield match.end(), end


def _goes_on(text: str, cue: re.Match[str]) -> bool:
    """Whether the words after the cue are likelier a sentence than a name: 姓名和报案行为."""
    return text[cue.end() : cue.end() + 1] in signs().doubtful and cue[0][-1] not in "是为叫做 |"


def _is_person(label: str) -> bool:
    """Whether a label is that of a person: 乙方（承租方）：."""
    return label.rstrip(":：\t )）")[-1:] in "人方者员东主户"


def _stands(text: str, start: int, end: int) -> bool:
    """Whether it looks like a name even after weak words: three signs, a clear surname, or a sign after it."""
    clear = text[start] not in signs().doubtful or end - start > 2 or not _GOES_ON.match(text, end)
    return clear and name_at(text, start, sure=False) == end


def _beside(text: str, numbers: Iterable[PersonalSpan]) -> dict[int, int]:
    """Names before 「，男，」, before 「的身份证」, and parted by a sign from a personal number."""
    ends = [match.start() for match in _FOLLOWED.finditer(text)]
    for span in numbers:
        if span.kind in _NUMBERS and (sign := _SEPARATED.search(text, 0, span.start)):
            ends.append(sign.start())
    beside = {start: end for end in ends if (start := name_before(text, end)) >= 0}
    says = (match.start() for match in _SAYS.finditer(text))
    return beside | {start: end for end in says if (start := name_before(text, end, sure=False)) >= 0}


def _listed(text: str, end: int) -> dict[int, int]:
    """Names that follow a name after 、 or 和."""
    found: dict[int, int] = {}
    while sign := _AND.match(text, end):
        end = name_at(text, sign.end(), sure=False)
        if not end or not _stands(text, sign.end(), end):
            break
        found[sign.end()] = end
    return found


def _again(text: str, known: set[str]) -> Iterator[PersonalSpan]:
    for name in known:
        for match in re.finditer(re.escape(name), text):
            yield PersonalSpan(*match.span(), PersonalKind.NAME)
