"""期限: the last day of a time limit, moved off holidays where the calendar of its year is announced."""

from datetime import date

from assistant.calculators import told
from assistant.calculators.days import later, span_words
from assistant.calculators.holidays import cautious, is_working, working_from
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.calculators.time.terms import TERMS, Counting
from assistant.errors import BadFact
from assistant.facts.model import Fact, Facts, Kind
from assistant.phrases import day_words

_FACTS = (
    Fact(
        "kind",
        "哪一种期限",
        Kind.CHOICE,
        "要算哪一种期限？",
        "不同的事，期限不同。",
        choices=tuple(term.choice for term in TERMS),
    ),
    Fact(
        "from",
        "起算的日子",
        Kind.DATE,
        "从哪一天开始（例如收到判决书那天、知道权利受损害那天）？",
        "当天不算，从下一天起算。",
    ),
)
_BY_ID = {term.id: term for term in TERMS}
_LATEST = date(2100, 1, 1)  # later ones are slips of the pen
_WEEKDAYS = "一二三四五六日"


def _compute(facts: Facts) -> Working | Wanting:
    term, start = _BY_ID[told.choice(facts, "kind")], told.day(facts, "from")
    if start > _LATEST:
        raise BadFact("from", start, f"「起算的日子」不能晚于{day_words(_LATEST)}")
    rule = rulebook("time").on(term.id, start)
    if rule is None:
        return Wanting((), f"{day_words(start)}适用更早的法律，这里没有收录当时的期限，请问律师。")
    nominal = later(start, rule.span)
    first = Line(
        "起算",
        f"{day_words(start)}{term.since}，当天不算，从次日起算{span_words(rule.span)}",
        None,
        (*rule.cites, *term.counting.begins),
        rule.source,
    )
    said = f"{day_words(start)} + {span_words(rule.span)} = {_with_weekday(nominal)}"
    day = Line("推算的最后一天", said, nominal, rule.cites, rule.source, "nominal")
    return _moved(nominal, (first, day), term.counting, term.notes)


def _moved(nominal: date, lines: tuple[Line, ...], counting: Counting, notes: tuple[str, ...]) -> Working:
    """The last day by the announced calendar; a cautious one where its year is not announced."""
    last = working_from(nominal)
    if last is None:
        return worked((*lines, _careful(nominal, counting)), (_unannounced(nominal), *notes))
    if last == nominal:
        said = f"{_with_weekday(nominal)}是工作日，不顺延"
    else:
        said = f"{_with_weekday(nominal)}放假，顺延到放假后的第一个工作日：{_with_weekday(last)}"
    return worked((*lines, Line("最后期限", said, last, counting.moves, id="last")), notes)


def _careful(nominal: date, counting: Counting) -> Line:
    day = cautious(nominal)
    said = f"稳妥起见，最迟在{_with_weekday(day)}办好"
    return Line("稳妥的日子", said, day, counting.moves, id="cautious")


def _unannounced(nominal: date) -> str:
    year = nominal.year if is_working(nominal) is None else nominal.year + 1
    return f"没有{year}年的放假安排，不能确定会不会顺延，所以给的是稳妥的日子，不是最后期限。"


def _with_weekday(day: date) -> str:
    return f"{day_words(day)}（星期{_WEEKDAYS[day.weekday()]}）"


DEADLINE = Calculator(
    id="deadline",
    name="期限",
    about="起诉、仲裁、上诉、复议、执行等，最迟到哪一天。",
    matters=(
        "procedure.limitation",
        "procedure.trial",
        "procedure.enforcement",
        "procedure.payment_order",
        "labour.arbitration",
        "labour.injury",
        "administrative.reconsideration",
        "administrative.litigation",
        "police.penalty",
        "crime.trial",
        "services.mediation",
        "inheritance.will",
    ),
    facts=_FACTS,
    compute=_compute,
)
