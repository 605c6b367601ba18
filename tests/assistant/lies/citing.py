"""Lies about where the words stand: the law's own words, under a citation that does not bear them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from knowledge import ArticleRef, Finding, Library, Status
from tests.assistant.lies.case import Case, Liar, Lie, cite

_REPEALED = (
    "婚姻法",
    "合同法",
    "继承法",
    "担保法",
    "物权法",
    "侵权责任法",
    "民法总则",
    "民法通则",
    "收养法",
    "旧水井条例",
)
_CHANGING = ("商标法", "监狱法", "篱笆法")
_REAL_LAWS = ("民法典", "劳动合同法", "刑法", "公司法", "桥梁法", "水井条例")


def _said(citation: str, words: str) -> str:
    return f"{citation}规定：“{words}”"


def _shuffled(case: Case, findings: Iterable[Finding]) -> list[Finding]:
    rows = list(findings)
    case.dice.shuffle(rows)
    return rows


def wrong_paragraph(case: Case) -> Lie | None:
    for finding in _shuffled(case, case.found):
        rows = finding.article.paragraphs if finding.article else ()
        for one in rows:
            for two in rows:
                if one is not two and one.full not in two.full:
                    return Lie(_said(cite(replace(finding.ref, paragraph=two.number)), one.full))
    return None


def wrong_item(case: Case) -> Lie | None:
    for finding in _shuffled(case, case.found):
        for paragraph in finding.article.paragraphs if finding.article else ():
            if len(paragraph.items) > 1 and paragraph.items[0].text not in paragraph.items[1].text:
                ref = replace(finding.ref, paragraph=paragraph.number, item=paragraph.items[1].number)
                return Lie(_said(cite(ref), paragraph.items[0].text))
    return None


def paragraph_that_is_not(case: Case) -> Lie | None:
    finding = case.article()
    return Lie(_said(cite(replace(finding.ref, paragraph=39)), case.sentence(finding))) if finding else None


def wrong_article(case: Case) -> Lie | None:
    """Another article of the same law."""
    for finding in _shuffled(case, case.found):
        words = case.sentence(finding)
        for step in (1, -1, 2, 10):
            other = replace(finding.ref, article=max(1, finding.ref.article + step), insert=0)
            held = case.resolve(other)
            if words and held.citable and words not in held.text:
                return Lie(_said(cite(other), words), retrieved=(other,))
    return None


def wrong_law(case: Case) -> Lie | None:
    """Right words, put into the mouth of another law."""
    for finding in _shuffled(case, case.found):
        words = case.sentence(finding)
        for law in case.dice.sample(_REAL_LAWS, len(_REAL_LAWS)):
            other = ArticleRef(law, min(finding.ref.article, 2))
            held = case.resolve(other)
            if words and law != finding.ref.law and held.citable and words not in held.text:
                return Lie(_said(cite(other), words), retrieved=(other,))
    return None


def _ended(library: Library, day: date) -> tuple[str, ...]:
    """Laws that are gone on the day, by id."""
    return tuple(law.id for law in library.laws() if law.force.status(day) is Status.ENDED)


def repealed_law(case: Case) -> Lie | None:
    """A law that is gone, in its own words, even where search brought it up."""
    gone = _ended(case.holdings.library, case.question.day)
    for law in case.dice.sample(gone, min(40, len(gone))):
        for article in (2, 1, 3, 10):
            for version in case.holdings.library.versions(ArticleRef(law, article)):
                if version.text and case.resolve(version.ref).status is Status.ENDED:
                    return Lie(_said(cite(version.ref), version.text), retrieved=(version.ref,))
    return None


def repealed_law_with_new_words(case: Case) -> Lie | None:
    finding = case.article()
    if not finding:
        return None
    law = case.dice.choice(_REPEALED)
    return Lie(_said(f"《{law}》{finding.ref.place}", finding.text))


def _other_texts(case: Case, refs: Iterable[ArticleRef], later: bool) -> Iterator[Lie]:
    day = case.question.day
    for ref in refs:
        held = case.resolve(ref)
        for version in case.holdings.library.versions(ref):
            bound = version.force.start.earliest
            rows = [row for row in version.text.split("\n") if row not in held.text]
            if rows and (bound > day if later else bound < day - timedelta(days=1)):
                yield Lie(_said(cite(ref), rows[0]), retrieved=(ref,))


def older_wording(case: Case) -> Lie | None:
    refs = [finding.ref for finding in _shuffled(case, case.found)]
    refs += [
        ArticleRef(law, n)
        for law in ("公司法", "刑法", "民事诉讼法", "治安管理处罚法", "篱笆法")
        for n in (2, 3, 21, 56)
    ]
    return next(_other_texts(case, refs, later=False), None)


def future_wording(case: Case) -> Lie | None:
    refs = [ArticleRef(law, n) for law in _CHANGING for n in range(2, 30)]
    case.dice.shuffle(refs)
    return next(_other_texts(case, refs, later=True), None)


def article_that_is_not(case: Case) -> Lie | None:
    finding = case.article()
    words = case.sentence(finding) if finding else "不用赔。"
    law = finding.ref.law if finding else "民法典"
    return Lie(_said(f"《{law}》第九千条", words))


def law_that_is_not(case: Case) -> Lie | None:
    finding = case.article()
    law = case.dice.choice(["全民公平法", "消费者保护条例", "中华人民共和国工资法", "老百姓权益保障规定"])
    return Lie(_said(f"《{law}》第三条", case.sentence(finding) if finding else "应当赔偿。"))


def not_retrieved(case: Case) -> Lie | None:
    """Real, in force, verbatim, but not among what was found."""
    have = {finding.ref for finding in case.found}
    for law in case.dice.sample(_REAL_LAWS, len(_REAL_LAWS)):
        for number in case.dice.sample(range(1, 90), 20):
            other = ArticleRef(law, number)
            held = case.resolve(other)
            if other not in have and held.citable and held.text:
                return Lie(_said(cite(other), held.text))
    return None


def _back(case: Case, *openings: str) -> Lie | None:
    finding = case.article()
    if not finding:
        return None
    whole = _said(cite(finding.ref), finding.text) + "。"
    words = case.sentence(finding)
    opening = case.dice.choice(openings).format(place=finding.ref.place)
    harmless = (whole, whole.removesuffix("。"))
    return Lie(f"{whole}\n{opening}“{words}”", harmless) if words else None


def paragraph_before(case: Case) -> Lie | None:
    return _back(case, "前款规定：", "根据前款，", "前条规定：", "前两款规定：")


def same_law(case: Case) -> Lie | None:
    return _back(case, "同法{place}规定：", "该法{place}规定：", "本法{place}规定：", "上述法律{place}规定：")


def this_article(case: Case) -> Lie | None:
    return _back(case, "该条规定：", "本条规定：", "该款规定：", "此条规定：", "上述规定：")


def article_without_law(case: Case) -> Lie | None:
    return _back(case, "{place}规定：", "根据{place}，")


def split_citation(case: Case) -> Lie | None:
    """The citation in one sentence, the claim in the next."""
    finding = case.article()
    if not finding:
        return None
    claim = case.dice.choice(
        ["因此您不用赔。", "所以对方应当付您两万元。", "这就是说可以不还。", "也就是说您有权拒绝。"]
    )
    return Lie(f"{cite(finding.ref)}对此有明确规定。{claim}")


def two_citations_one_quotation(case: Case) -> Lie | None:
    one, two = case.article(), case.article()
    if not one or not two or one.ref == two.ref:
        return None
    joint = case.dice.choice(["和", "、", "以及", "，"])
    return Lie(f"{cite(one.ref)}{joint}{_said(cite(two.ref), case.sentence(two))}")


def a_range(case: Case) -> Lie | None:
    finding = case.article()
    if not finding:
        return None
    return Lie(_said(f"《{finding.ref.law}》{finding.ref.place}至第九百条", case.sentence(finding)))


def crossed(case: Case) -> Lie | None:
    """One quotation between two citations, so that it belongs to both and to neither."""
    one, two = case.article(), case.article()
    if not one or not two or one.ref == two.ref or case.sentence(one) in two.text:
        return None
    return Lie(f"{cite(one.ref)}：“{one.text}”这是{cite(two.ref)}的规定：“{two.text}”")


LIARS: dict[str, Liar] = {
    made.__name__: made
    for made in (
        wrong_paragraph,
        wrong_item,
        paragraph_that_is_not,
        wrong_article,
        wrong_law,
        repealed_law,
        repealed_law_with_new_words,
        older_wording,
        future_wording,
        article_that_is_not,
        law_that_is_not,
        not_retrieved,
        paragraph_before,
        same_law,
        this_article,
        article_without_law,
        split_citation,
        two_citations_one_quotation,
        a_range,
        crossed,
    )
}
