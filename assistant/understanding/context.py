"""What a turn means beside the turn before it: it follows, corrects, changes the topic, or asks several things at once.

「那孩子呢」 and 「多久」 lean on the question before; 「不是3000，是5000」 says that question again with the right
word; 「换个问题」 leaves it. 「该条第二款」 and 「前一条」 count from the article last cited.
"""

import re
from dataclasses import replace

from assistant.understanding.correction import Correction, correction
from knowledge import ArticleRef, number_of

SHORT = 14
"""A follow-up has at most so many characters; longer questions stand by themselves."""

_POLITE = r"(?:你好|您好|请问|那个|嗯+|哦+|好的?|谢谢|[，,。\s])*"
_OPENS = r"(?:那|那么|如果|要是|假如|万一|还有|另外|而且|但是|可是|这|它|他|她|对方|上面|刚才|前面)"  # 那要是他不肯呢
_FOLLOWS = re.compile(rf"^{_POLITE}{_OPENS}|(?:呢|咧|嘞)[？?]?$")
_BARE = (
    r"(?:要|得|需要|一般|大概|可以|能|会|该)?"
    r"(?:多久|多长时间|多少钱|多少|几年|几天|几个月|怎么办|怎么算|怎么写|怎么弄|咋办|咋整|咋弄|去哪里?|哪里|哪儿|找谁|谁"
    r"|要钱|收费|为什么|为啥|凭什么|有用|真的|可以|带什么|要什么材料)"
)
_ELLIPTIC = re.compile(
    rf"{_POLITE}.{{0,4}}{_BARE}(?:办|里|来|去|出|呢|啊|呀|吗|么|不)?[？?]*"
)  # 要多久, 那找谁, 可以吗
_LEAVES = re.compile(
    rf"^{_POLITE}(?:换个?(?:问题|话题|事)|另一个问题|别的(?:问题|事)|不说这个|不问这个|(?:再|还想)?问(?:你|您)?(?:一?个|件)别的)"
    r"(?:了|吧)?[，,。：:\s]*"
)  # 换个问题，房东不退押金
_PUT_RIGHT = 12
"""A correction of the question before has at most so many characters on either side; longer ones tell a story."""
_MARK = re.compile(r"(?<=[？?])")
_NEXT = re.compile(
    r"(?:^|(?<=[，,。；;！!\s]))(?=(?:另外|还有(?:就是|一个)|还想问|再问|再有|顺便(?:再)?问|第[二三四]个?问题|第[二三四]，|[23][、.．]))"
)  # 另外想问, 第二个问题
_COUNTED = re.compile(
    r"^(?:另外|还有(?:就是|一个(?:问题|事)?)?|还想问|再问|再有|顺便(?:再)?问|第[一二三四]个?(?:问题)?|[1-4][、.．])(?:一下|您|你|想问)*[，,：:是\s]*"
)
_ASKS = re.compile(
    r"[？?]|吗|怎么|怎样|如何|咋|多少|多久|[几哪]|谁|什么|啥|能不能|可不可以|要不要|会不会|是不是|算不算|该不该|有没有"
)
_LEANS = re.compile(r"^(?:那|那么|如果|要是|他|她|它|这|对方)")
_SHORT_PART = 6
"""A question of fewer characters beside another one is a side of it: 能赔多少？要多久？"""

_NEIGHBOUR = re.compile(r"(?:(?P<before>前|上)|(?P<after>后|下))(?P<count>[一二三123])?条")  # 前一条, 下一条
_SAME = re.compile(
    r"(?:该|这|上述|那|此)(?:一)?条(?:的)?(?:第(?P<paragraph>[一二三四五六七八九十\d]+)款)?(?:第?[（(]?(?P<item>[一二三四五六七八九十\d]+)[）)]?项)?"
)  # 该条第二款 · 这条第三项


def follows(text: str) -> bool:
    """Whether a short text leans on the question before it: it says so, or asks no more than how long or how much."""
    if leaves(text):
        return False
    leans = _FOLLOWS.search(text) or _ELLIPTIC.fullmatch(text)
    return (len(text) <= SHORT and leans is not None) or corrects(text)


def leaves(text: str) -> bool:
    """Whether the text says that it is about something else: 换个问题."""
    return _LEAVES.match(text) is not None


def without_leave(text: str) -> str:
    """The text without the words that leave the old topic; as it is where nothing else is said."""
    return _LEAVES.sub("", text, count=1) or text


def corrects(text: str) -> bool:
    """Whether the text takes a word of the one before back: 不是3000，是5000."""
    return _correction(text) is not None


def joined(before: str, text: str) -> str:
    """The question that a follow-up stands for: the one before it with the text behind, or with its word put right."""
    found = _correction(text)
    if found is None:
        return f"{before} {text}"
    if found.wrong and found.wrong in before:
        return before.replace(found.wrong, found.right)
    return f"{before} {found.right}"


def questions_in(text: str) -> tuple[str, ...]:
    """The questions of one message, the first with the story before it; none where there is only one.

    What leans on the first (那要多久？) or is but a side of it (能赔多少？) stays with it.
    """
    parts = [text[:0]]
    for piece in _pieces(text):
        fresh = len(parts) > 1 or _ASKS.search(parts[0])
        if fresh and _stands_alone(piece):
            parts.append(_COUNTED.sub("", piece))
        else:
            parts[-1] += piece
    said = tuple(part.strip("，,。；; ") for part in parts)
    return tuple(_COUNTED.sub("", part) for part in said) if len(said) > 1 else ()


def pointed_at(text: str, last: ArticleRef) -> ArticleRef | None:
    """The place that 该条第二款, 前一条 or 下一条 mean, counted from the article cited; None where none is meant."""
    same, near = _SAME.search(text), _NEIGHBOUR.search(text)
    if same:
        paragraph, item = (number_of(same[name]) if same[name] else 0 for name in ("paragraph", "item"))
        return replace(last.whole_article, paragraph=paragraph, item=item)
    if near is None or not last.article:
        return None
    step = number_of(near["count"]) if near["count"] else 1
    article = last.article - step if near["before"] else last.article + step
    return ArticleRef(last.law, article) if article > 0 else None


def _correction(text: str) -> Correction | None:
    """The correction that the text is, and nothing else."""
    found = correction(text)
    if found is None or found.after or not re.fullmatch(_POLITE, found.before):
        return None
    short = len(found.wrong) <= _PUT_RIGHT and 0 < len(found.right) <= _PUT_RIGHT
    return found if short else None


def _pieces(text: str) -> list[str]:
    return [piece for marked in _MARK.split(text) for piece in _NEXT.split(marked) if piece.strip()]


def _stands_alone(piece: str) -> bool:
    bare = _COUNTED.sub("", piece).strip("，,。；; ")
    if _LEANS.match(bare) or not _ASKS.search(bare) or len(bare) <= _SHORT_PART:
        return False
    return bool(_COUNTED.match(piece)) or not _ELLIPTIC.fullmatch(bare)
