"""The first stage: what is asked, where, for which day, and what must be heard before anything else."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.errors import BadTurn
from assistant.model import Conversation, Exchange, Question, Turn
from assistant.phrases import day_words
from assistant.understanding.context import follows, joined, pointed_at, questions_in, without_leave
from assistant.understanding.days import day_of_law, future_days, vague_day
from assistant.understanding.regions import region_of
from assistant.understanding.signals import heard_in
from assistant.understanding.topics import is_sure, service_of, topics_of
from knowledge import NATION, ArticleRef, Classify, Likely, Mention, mask, simplified, without_marks

LONGEST = 2000
"""Characters of one question; longer texts are documents, not questions."""

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ud800-\udfff]")
_HAN_OR_LATIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
FindRefs = Callable[[str], list[Mention]]


@dataclass(frozen=True, slots=True)
class Understanding:
    """The stage. `find_refs` finds article references in running text; `today` gives the civil date in Shanghai.

    `classify` tells services and matters.
    """

    find_refs: FindRefs
    today: Callable[[], date]
    classify: Classify

    def __call__(self, conversation: Conversation) -> Question:
        """Understand the conversation's turn. BadTurn where the question is empty or too long."""
        turn = _turn(conversation)
        typed = readable(turn.question)
        said = mask(typed, simplified(typed)).text
        text = simplified(said)
        last = conversation.last
        follow_up = last is not None and self._follows(text)
        parts = () if follow_up else questions_in(text)
        words = joined(simplified(last.question), text) if last and follow_up else without_leave((*parts, text)[0])
        today = self.today()
        day = self._day(turn, conversation, text, today, follow_up)
        likely = self._likely(text if follow_up else words, words)
        topics = topics_of(likely)
        carried = last.matter if last and follow_up and not is_sure(likely) else ""
        matter = carried or (topics[0].matter if topics else "")
        return Question(
            text=said,
            words=without_marks(words) if _HAN.search(words) else "",
            today=today,
            day=day,
            region=_region(turn, conversation, text),
            service=service_of(matter, likely),
            matter=matter,
            topics=topics,
            asked_refs=self._asked(text, last),
            signals=tuple(signal.id for signal in heard_in(text)),
            problems=(*_problems(text, turn, today), *_other_questions(parts)),
            follow_up=follow_up,
            parts=parts,
        )

    def _follows(self, text: str) -> bool:
        """Whether a short text leans on what was said before: it says so, or asks no more than how long or how much."""
        if any(mention.ref.law and not mention.anaphoric for mention in self.find_refs(text)):
            return False
        return follows(text)

    def _likely(self, said: str, meant: str) -> tuple[Likely, ...]:
        """What the words say by themselves where they are sure, else what they mean with the question before them."""
        likely = self.classify(said)
        return likely if said == meant or is_sure(likely) else self.classify(meant)

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
        pointed = pointed_at(text, last.refs[0]) if last is not None and last.refs and not refs else None
        return tuple(dict.fromkeys((*refs, *([pointed] if pointed else ()))))


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


def _other_questions(parts: tuple[str, ...]) -> list[str]:
    """Which questions of several wait, in plain Chinese."""
    waiting = "；".join(f"「{part.rstrip('。？?！!')}」" for part in parts[1:])
    return [f"您一次问了{len(parts)}件事，先答第一件；{waiting}请再单独问我一次。"] if parts else []


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
