from datetime import date

from assistant.documents.opinion import OPINION, opinion_facts
from assistant.documents.render import render
from assistant.model import Role, Turn
from assistant.pipeline import Assistant


def test_an_opinion_says_what_the_reply_says_with_quotes_and_intervals(line: Assistant) -> None:
    reply = line.reply(Turn("一方不同意离婚怎么办"))
    facts = opinion_facts(reply)
    assert reply.answer.citations
    rows = str(facts["citations"]).splitlines()
    assert len(rows) == len(reply.answer.citations)
    for row, citation in zip(rows, reply.answer.citations, strict=True):
        ref, quote, interval = row.split("｜")
        assert ref == str(citation.ref)
        assert quote == citation.quote.replace("\n", "")
        assert interval.startswith("自")
    assert facts.get("conclusion", "") == "\n".join(one.text for one in reply.answer.lines(Role.CONCLUSION))
    made = render(OPINION, facts, date(2026, 11, 24))
    assert reply.answer.citations[0].quote.replace("\n", "") in made.sheet.text
    assert "facts_told" in made.blanks
