"""The verdict on every sentence, by the rule of its origin."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from assistant.composition.quotation import compose, quotation
from assistant.model import Conversation, Draft, Evidence, Origin, Question, Role, Sentence, Turn, Verdict
from assistant.phrases import day_words, phrase_ids, say
from assistant.retrieval import Retrieval
from assistant.understanding.understand import Understanding
from assistant.verification.said import is_said_rightly
from assistant.verification.verify import Verification
from knowledge import Gap, Guide, Holdings, Statement
from knowledge.bootstrap import classifier
from tests.assistant import made_up
from tests.assistant.made_up import BRIDGES, FENCE_CARD, FENCES, OLD_WELLS, WELL_CARD, WELLS, ref

RULE = "扎篱笆的，应当给邻居留路二尺，但是邻居书面同意的除外。"


class Desk:
    """The stage over the made-up country, with the evidence of one question."""

    def __init__(self, holdings: Holdings) -> None:
        self.holdings = holdings
        understand = Understanding(holdings.find_refs, lambda: made_up.TODAY, classifier())
        self.question = understand(Conversation("c", turn=Turn("邻居的篱笆挡路怎么办")))
        self.evidence = Retrieval(holdings)(self.question)
        self.verify = Verification(holdings.library.resolve, holdings.find_refs)

    def judge(self, *sentences: Sentence, evidence: Evidence | None = None) -> list[Verdict]:
        return list(self.verify(self.question, Draft(sentences), evidence or self.evidence))

    def said(self, text: str) -> Verdict:
        (verdict,) = self.judge(Sentence(text, Role.CONCLUSION, Origin.GENERATED))
        return verdict


@pytest.fixture(scope="module")
def desk(small: Holdings) -> Desk:
    return Desk(small)


PASSING = [
    "您好，感谢您的咨询。",
    "下面是相关的法律规定：",
    f"《{FENCES}》第二条第一款规定：“{RULE}”",
    f"根据《中华人民共和国{FENCES}》第2条第1款，“{RULE}”",
    f"{FENCES}第二条第一款规定：“{RULE[:-1]}”。",
    f"《{FENCES}》第四条第一款规定：“拆除的费用由扎篱笆的人承担。”",
    f"1. 《{WELLS}》第二条：“井水可以共用。”",
    f"《{WELLS}》第二条：“井水可以共用。共用的费用平均分摊。”；根据《{WELLS}》第一条：“打井的，应当离邻居的井十丈以上。”",
    f"《{FENCES}》第二条第二款第一项：“（一）邻居有车；”",
    f"《{FENCES}》第二条第二款第一项：“邻居有车”",
    f"《{FENCES}》第二条第二款：“有下列情形之一的，可以多留：\n（一）邻居有车；\n（二）邻居有牛；\n（三）路上积水。”",
    f"“井水可以共用。”（《{WELLS}》第二条）",
    f"“井水可以共用。共用的费用平均分摊。”，见《{WELLS}》第二条。",
    f"《{FENCES}》第五条规定：“本法所称的“篱笆”，是指竹、木、草扎成的围栏。”",
    f"《{WELLS}》第二条：「井水可以共用。」",
]

FAILING = [
    ("您不用赔。", "claim.without_source"),
    ("法律是这样规定的。", "claim.without_source"),
    (f"《{FENCES}》第二条第一款规定：“扎篱笆的，应当给邻居留路二尺。”", "quote.not_verbatim"),
    (f"《{FENCES}》第二条第一款规定：“扎篱笆的，应当给邻居留路二尺，”", "quote.not_whole"),
    (f"《{FENCES}》第二条第一款规定：“但是邻居书面同意的除外。”", "quote.not_whole"),
    (f"《{FENCES}》第三条规定：“调解不收费。”", "quote.not_whole"),
    (f"《{FENCES}》第二条第二款：“有下列情形之一的，可以多留：\n（一）邻居有车；”", "quote.not_whole"),
    (f"《{FENCES}》第二条第二款：“有下列情形之一的，可以多留：”", "quote.not_whole"),
    (f"《{FENCES}》第二条第三款第一项：“铁丝网”", "quote.not_whole"),
    (f"《{FENCES}》第二条第三款第一项：“（一）铁丝网；”", "quote.not_whole"),
    (f"《{FENCES}》第二条第二款规定：“{RULE}”", "quote.not_verbatim"),
    (f"《{FENCES}》第二条第八款规定：“{RULE}”", "citation.no_part"),
    (f"《{FENCES}》第九千条规定：“{RULE}”", "citation.not_retrieved"),
    (f"《{BRIDGES}》第一条规定：“过桥不收费。”", "citation.not_retrieved"),
    (f"《{WELLS}》第三条规定：“填井的，应当先告知邻居。”", "citation.not_retrieved"),
    ("《全民公平法》第一条规定：“井水可以共用。”", "citation.no_law"),
    (f"《{OLD_WELLS}》第二条规定：“井水不得共用。”", "citation.not_retrieved"),
    (f"《{WELLS}》规定：“井水可以共用。”", "citation.names_no_article"),
    ("第二条规定：“井水可以共用。”", "citation.not_in_full"),
    ("同法第二条规定：“井水可以共用。”", "citation.anaphoric"),
    ("前款规定：“井水可以共用。”", "citation.anaphoric"),
    (f"《{WELLS}》第二条：“井水可以共用。”，第一条：“打井的，应当离邻居的井十丈以上。”", "citation.not_in_full"),
    (f"《{WELLS}》（您一定能赢）第二条规定：“井水可以共用。”", "citation.not_in_full"),
    (f"《{WELLS}》第一条和《{WELLS}》第二条规定：“井水可以共用。”", "citation.without_its_quotation"),
    (f"《{WELLS}》第二条对此有规定。", "citation.without_its_quotation"),
    (f"《{WELLS}》第二条：“井水可以共用。”，因此您不用赔。", "claim.without_source"),
    (f"《{WELLS}》第二条不是说：“井水可以共用。”", "claim.without_source"),
    (f"《{WELLS}》第二条：“井水可以共用。”“您不用赔。”", "quote.without_citation"),
    (
        f"《{WELLS}》第一条：“打井的，应当离邻居的井十丈以上。”这是《{WELLS}》第二条的规定：“井水可以共用。”",
        "claim.without_source",
    ),
    (f"《{WELLS}》第二条：“井水可以共用。", "quote.not_closed"),
    (f"《{WELLS}》第二条：“井水\u200b可以共用。”", "text.strange_characters"),
    ("**您好**", "text.strange_characters"),
    ("请看 http://example.com", "text.strange_characters"),
]


@pytest.mark.parametrize("text", PASSING)
def test_a_sentence_that_its_source_bears_passes(text: str, desk: Desk) -> None:
    assert desk.said(text).rule == ""


@pytest.mark.parametrize(("text", "rule"), FAILING)
def test_a_sentence_that_no_source_bears_fails_and_says_by_which_rule(text: str, rule: str, desk: Desk) -> None:
    assert desk.said(text).rule == rule


def test_a_generated_sentence_that_passes_carries_its_citations(desk: Desk) -> None:
    verdict = desk.said(f"《{FENCES}》第二条第一款规定：“{RULE}”")
    (cited,) = verdict.citations
    assert (cited.ref, cited.quote, cited.verified) == (ref(FENCES, 2, 1), RULE, True)
    assert (cited.start, cited.end) == (made_up.CHANGED, made_up.COMES)
    assert verdict.sentence.cites == (ref(FENCES, 2, 1),)


def test_law_of_another_time_fails_even_where_search_brought_it_up(desk: Desk, small: Holdings) -> None:
    old = small.library.resolve(ref(OLD_WELLS, 2), made_up.BEGAN)
    evidence = replace(desk.evidence, asked=(old,))
    said = Sentence(f"《{OLD_WELLS}》第二条规定：“井水不得共用。”", Role.CONCLUSION, Origin.GENERATED)
    (verdict,) = desk.judge(said, evidence=evidence)
    assert verdict.rule == "citation.ended"


STATEMENT = FENCE_CARD.answer[0]


@pytest.mark.parametrize("before", ["", "您好，", "1. ", "首先，", "关于您的问题，"])
def test_a_curated_statement_may_be_repeated_word_for_word_and_loses_the_greeting(before: str, desk: Desk) -> None:
    verdict = desk.said(before + STATEMENT.text)
    assert verdict.rule == ""
    assert (verdict.sentence.text, verdict.sentence.origin) == (STATEMENT.text, Origin.GUIDE)
    assert verdict.citations


@pytest.mark.parametrize(
    "text",
    [
        "扎篱笆的应当给邻居留三尺宽的路。",
        "并不是" + STATEMENT.text,
        STATEMENT.text[:-1] + "，您会赢。",
        WELL_CARD.answer[0].text,
    ],
)
def test_a_curated_statement_that_was_changed_or_not_retrieved_fails(text: str, desk: Desk) -> None:
    assert desk.said(text).rule == "claim.without_source"


def _guide(card: Guide, statement: Statement) -> Sentence:
    return Sentence(statement.text, Role.CONCLUSION, Origin.GUIDE, statement.law, source=card.id)


def test_a_statement_passes_only_with_its_own_articles_from_its_own_card(desk: Desk) -> None:
    right = _guide(FENCE_CARD, STATEMENT)
    rules = [
        (right, ""),
        (replace(right, cites=()), "guide.altered"),
        (replace(right, cites=(ref(FENCES, 3),)), "guide.altered"),
        (replace(right, source=WELL_CARD.id), "guide.not_retrieved"),
        (replace(right, text="扎篱笆不用留路。"), "guide.altered"),
        (Sentence(FENCE_CARD.evidence[0], Role.EVIDENCE, Origin.GUIDE, source=FENCE_CARD.id), ""),
        (Sentence("证人", Role.EVIDENCE, Origin.GUIDE, source=FENCE_CARD.id), "guide.altered"),
    ]
    assert [verdict.rule for verdict in desk.judge(*(sentence for sentence, _ in rules))] == [rule for _, rule in rules]


def test_a_statement_whose_article_reads_otherwise_that_day_fails(desk: Desk) -> None:
    evidence = replace(desk.evidence, stale=frozenset({STATEMENT.law[0]}))
    (verdict,) = desk.judge(_guide(FENCE_CARD, STATEMENT), evidence=evidence)
    assert verdict.rule == "guide.stale"


def test_the_laws_own_words_pass_whole_and_with_nothing_around_them(desk: Desk) -> None:
    right = quotation(ref(FENCES, 2, 1), RULE)
    rules = [
        (right, ""),
        (replace(right, quote=RULE[:-1]), "quote.not_verbatim"),
        (replace(right, text="您一定能赢。" + right.text), "claim.without_source"),
        (replace(right, cites=()), "citation.not_exactly_one"),
        (quotation(ref(BRIDGES, 1), "过桥不收费。"), "citation.not_retrieved"),
    ]
    assert [verdict.rule for verdict in desk.judge(*(sentence for sentence, _ in rules))] == [rule for _, rule in rules]


def test_a_phrase_passes_only_with_the_values_that_the_question_gives_it(desk: Desk) -> None:
    rules = [
        (say("not_known", Role.CONCLUSION), ""),
        (say("law_stands", Role.CONCLUSION, (ref(FENCES, 2),), day=day_words(made_up.TODAY)), ""),
        (say("law_stands", Role.CONCLUSION, day="2019年1月1日"), "phrase.unknown"),
        (
            say("law_stands", Role.CONCLUSION, (ref(BRIDGES, 1),), day=day_words(made_up.TODAY)),
            "citation.not_retrieved",
        ),
        (say("finding", Role.CONCLUSION, note="您一定能赢。"), "phrase.unknown"),
        (say("signal", Role.NOTE, note="您不用赔。"), "phrase.unknown"),
        (Sentence("您不用赔。", Role.CONCLUSION, Origin.PHRASE, source="not_known"), "phrase.unknown"),
        (Sentence("您不用赔。", Role.CONCLUSION, Origin.PHRASE, source="no_such_phrase"), "phrase.unknown"),
    ]
    assert [verdict.rule for verdict in desk.judge(*(sentence for sentence, _ in rules))] == [rule for _, rule in rules]


GAP = Gap("篱笆法解释", "interpretation", "这里没有收录篱笆法的解释。", "made up", ("housing.neighbours",))


def test_verification_knows_what_may_fill_every_phrase_of_the_book(desk: Desk, small: Holdings) -> None:
    asked = (small.library.resolve(ref(FENCES, 9000), made_up.TODAY),)
    question = replace(desk.question, problems=("看不懂。",), signals=("person",))
    evidence = replace(desk.evidence, asked=asked, gaps=(GAP,))
    for key in phrase_ids():
        nonsense = Sentence("", Role.NOTE, Origin.PHRASE, source=key)
        assert not is_said_rightly(nonsense, question, evidence)


def _everything(evidence: Evidence, question: Question) -> Iterable[Sentence]:
    return compose(question, evidence).sentences


def test_whatever_is_composed_by_quotation_passes(desk: Desk) -> None:
    assert [v.rule for v in desk.judge(*_everything(desk.evidence, desk.question)) if v.rule] == []


def test_without_statutes_a_card_passes_and_its_citations_are_marked_as_not_verified(desk: Desk) -> None:
    evidence = replace(desk.evidence, statutes=False)
    (verdict,) = desk.judge(_guide(FENCE_CARD, STATEMENT), evidence=evidence)
    assert verdict.passed
    assert [cited.verified for cited in verdict.citations] == [False]
