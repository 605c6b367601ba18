"""The first stage: what is asked, where, for which day, and what must be heard before anything else."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.errors import BadTurn
from assistant.model import Conversation, Exchange, Question, Turn
from assistant.phrases import day_words
from assistant.understanding.days import day_of_law, future_days, vague_day
from assistant.understanding.particulars import mask, without_masks
from assistant.understanding.regions import region_of
from assistant.understanding.signals import heard_in
from assistant.understanding.topics import service_of, topics_of
from knowledge import NATION, ArticleRef, Mention

LONGEST = 2000
"""Characters of one question; longer texts are documents, not questions."""

_FOLLOWS = re.compile(r"^(?:那|那么|如果|要是|假如|还有|另外|这|它|他|她|上面|刚才|前面)|呢[？?]?$")
_ELLIPTIC = re.compile(
    r".{0,4}(?:多久|多少|多少钱|几年|几天|怎么办|怎么算|怎么写|去哪|哪里|哪儿|谁|吗|要钱)(?:办|里|来|去)?[？?]?"
)  # 要多久
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ud800-\udfff]")
_HAN_OR_LATIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SHORT = 14
"""A follow-up has at most so many characters; longer questions stand by themselves."""

FindRefs = Callable[[str], list[Mention]]


@dataclass(frozen=True, slots=True)
class Understanding:
    """The stage. `find_refs` finds article references in running text; `today` gives the civil date in Shanghai."""

    find_refs: FindRefs
    today: Callable[[], date]

    def __call__(self, conversation: Conversation) -> Question:
        """Understand the conversation's turn. BadTurn where the question is empty or too long."""
        turn = _turn(conversation)
        text = mask(readable(turn.question))
        last = conversation.last
        follows = last is not None and self._follows(text)
        words = f"{last.question} {text}" if last is not None and follows else text
        today = self.today()
        day = self._day(turn, conversation, text, today, follows)
        topics = topics_of(text) or (topics_of(words) if follows else ())
        matter = topics[0].matter if topics else (last.matter if last is not None and follows else "")
        return Question(
            text=text,
            words=without_masks(words) if _HAN.search(words) else "",
            today=today,
            day=day,
            region=_region(turn, conversation, text),
            service=service_of(matter),
            matter=matter,
            topics=topics,
            asked_refs=self._asked(text, last),
            signals=tuple(signal.id for signal in heard_in(text)),
            problems=tuple(_problems(text, turn, today)),
            follow_up=follows,
        )

    def _follows(self, text: str) -> bool:
        """Whether a short text leans on what was said before: it says so, or asks no more than how long or how much."""
        if any(mention.ref.law and not mention.anaphoric for mention in self.find_refs(text)):
            return False
        return len(text) <= _SHORT and bool(_FOLLOWS.search(text) or _ELLIPTIC.fullmatch(text))

    def _day(self, turn: Turn, conversation: Conversation, text: str, today: date, follows: bool) -> date:
        """The channel's day, else the day that the text sets, else the one that the conversation had, else today."""
        if turn.day:
            return min(turn.day, today)
        day, said = day_of_law(text, today)
        return day if said or not follows else (conversation.day or today)

    def _asked(self, text: str, last: Exchange | None) -> tuple[ArticleRef, ...]:
        """Articles that the text names; 「第四十七条呢」 belongs to the law that was last spoken of."""
        refs: list[ArticleRef] = []
        for mention in self.find_refs(text):
            if mention.ref.law and not mention.anaphoric:
                refs.append(mention.ref)
            elif mention.ref.article and last is not None and last.refs:
                refs.append(
                    ArticleRef(last.refs[0].law, mention.ref.article, mention.ref.insert, mention.ref.paragraph)
                )
        return tuple(dict.fromkeys(refs))


def readable(question: str) -> str:
    """The question without invisible characters and needless space. BadTurn where nothing, or too much, is left."""
    text = " ".join(_UNSEEN.sub(" ", question).split())
    if not text:
        raise BadTurn("question", "问题是空的，请用一句话说说您遇到的事（规则：至少一个可读的字）")
    if len(text) > LONGEST:
        raise BadTurn("question", f"问题太长：{len(text)}个字，最多{LONGEST}个字")
    return text


def _turn(conversation: Conversation) -> Turn:
    if conversation.turn is None:
        raise ValueError("a conversation without a turn cannot be understood (rule: load it with the turn)")
    return conversation.turn


def _region(turn: Turn, conversation: Conversation, text: str) -> str:
    said = region_of(text)
    return said if said != NATION else (turn.region or conversation.region or NATION)


def _problems(text: str, turn: Turn, today: date) -> list[str]:
    """What is odd about the input, in plain Chinese."""
    found = []
    if turn.day and turn.day > today:
        found.append(f"您给的日期{day_words(turn.day)}还没有到，先按今天（{day_words(today)}）有效的法律回答。")
    elif not turn.day and (year := vague_day(text, today)):
        found.append(f"您没有说具体日期，先按{day_words(year)}有效的法律回答；知道哪一天的话请告诉我。")
    elif future_days(text, today):
        found.append("您说的日期还没有到，先按今天有效的法律回答。")
    if not _HAN_OR_LATIN.search(text):
        found.append("这句话里没有能看懂的文字，请用一句话说说您遇到的事。")
    elif not _HAN.search(text):
        found.append(
            "Lawline searches the law in Chinese. Please ask in Chinese, or call 12348 to speak with a person."
        )
    return found
