"""产假与生育津贴: the days of leave, the last of them, and the allowance."""

from datetime import timedelta
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, plain, yuan
from assistant.calculators.labour.provincial import provincial
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.facts.model import Choice, Fact, Facts, Kind
from assistant.phrases import day_words

_KIND = Fact(
    "kind",
    "情形",
    Kind.CHOICE,
    "是生育还是流产？",
    "生育和流产的假期不同；流产的看怀孕是否满四个月。",
    choices=(
        Choice("birth", "生育", ("生孩子", "分娩", "顺产", "剖腹产")),
        Choice("miscarriage_early", "怀孕未满4个月流产", ("早期流产",)),
        Choice("miscarriage_late", "怀孕满4个月流产", ("引产",)),
    ),
)
_BABIES = Fact(
    "babies",
    "生育婴儿数",
    Kind.NUMBER,
    "一共生了几个宝宝？",
    "每多一个，增加产假15天。",
    unit="个",
    least=Decimal(1),
    required=False,
)
_DIFFICULT = Fact("difficult", "是否难产", Kind.FLAG, "是难产吗（如剖宫产）？", "难产增加产假15天。", required=False)
_START = Fact("start", "休假第一天", Kind.DATE, "产假从哪一天开始休？", "用来算最后一天。", required=False)
_REGION = Fact("region", "所在地", Kind.REGION, "在哪个省工作？", "各省在国家产假以外另有增加。", required=False)
_LOCAL_DAYS = Fact(
    "local_days",
    "本省增加的天数",
    Kind.NUMBER,
    "本省规定在国家产假以外再增加多少天？",
    "各省的生育假、奖励假天数不同，可以拨打12345询问。",
    unit="天",
    least=Decimal(0),
    required=False,
)
_AVERAGE = Fact(
    "employer_average",
    "单位上年度职工月平均工资",
    Kind.MONEY,
    "单位上年度职工月平均工资是多少？",
    "生育津贴按单位上年度职工月平均工资发，不按本人工资。",
    unit="元",
    required=False,
)
_ALLOWANCE_NOTE = (
    "各地折算日标准和可以领取的天数不完全一样，以医保经办机构核定的为准；"
    "没有参加生育保险的，由单位按产假前工资支付（女职工劳动保护特别规定第八条）。"
)


def _compute(facts: Facts) -> Working | Wanting:
    kind, book, start = told.choice(facts, "kind"), rulebook("labour"), told.maybe_day(facts, "start")
    leave = book.now(f"maternity.{kind}")
    if start is not None and start < leave.start:
        return Wanting((), f"{day_words(leave.start)}以前的产假按当时的规定算，请咨询律师。")
    parts = [Line("国家规定的假期", f"{_kind_label(kind)}：{plain(leave.number)}天", leave.number, leave.cites)]
    if kind == "birth":
        parts += _more(facts)
    local = _local(facts, kind)
    parts += local
    days = sum((part.value for part in parts if isinstance(part.value, Decimal)), Decimal(0))
    said = (
        f"{' + '.join(f'{plain(part.value)}天' for part in parts if isinstance(part.value, Decimal))} = {plain(days)}天"
    )
    lines = [*parts, Line("假期合计", said, days, leave.cites, id="days")]
    if start is not None:
        until = start + timedelta(days=int(days) - 1)
        said = f"从{day_words(start)}起连续{plain(days)}天，到{day_words(until)}"
        lines.append(Line("最后一天", said, until, leave.cites, id="until"))
    if (average := told.maybe_number(facts, "employer_average")) is not None:
        lines.append(_allowance(average, days))
    return worked(lines, _notes(facts, kind, bool(local)))


def _kind_label(kind: str) -> str:
    return next(choice.label for choice in _KIND.choices if choice.id == kind)


def _more(facts: Facts) -> list[Line]:
    """What a difficult birth and each further baby add."""
    book, lines = rulebook("labour"), []
    babies = told.whole_or(facts, "babies", 1)
    if told.flag(facts, "difficult"):
        rule = book.now("maternity.difficult")
        lines.append(Line("难产", f"增加{plain(rule.number)}天", rule.number, rule.cites))
    if babies > 1:
        rule = book.now("maternity.more_babies")
        more = rule.number * (babies - 1)
        said = f"多生育{babies - 1}个 × {plain(rule.number)}天 = {plain(more)}天"
        lines.append(Line("多胞胎", said, more, rule.cites))
    return lines


def _local(facts: Facts, kind: str) -> list[Line]:
    """The province's days: those told, else those of its table, which speaks of births only."""
    if "local_days" in facts:
        days = told.whole(facts, "local_days")
        return [Line("本省增加", f"您填写的{days}天", Decimal(days), source="您填写的数字")] if days else []
    rule = provincial(facts, "maternity.local")
    if rule is None or kind != "birth":
        return []
    return [Line("本省增加", f"{plain(rule.number)}天", rule.number, rule.cites)]


def _allowance(average: Decimal, days: Decimal) -> Line:
    month = rulebook("labour").now("maternity.month")
    amount = cents(average * days / month.number)
    said = f"{yuan(average)} ÷ {plain(month.number)}天 × {plain(days)}天 = {yuan(amount)}"
    return Line("生育津贴", said, amount, month.cites, month.source, "allowance")


def _notes(facts: Facts, kind: str, local: bool) -> tuple[str, ...]:
    notes = []
    if kind == "birth" and not local and "local_days" not in facts:
        notes.append("各省在国家产假以外另有生育假、奖励假，这里没有算进去，以本省规定为准。")
    if kind == "birth" and "babies" not in facts:
        notes.append("没有填婴儿数，按一个算。")
    if "employer_average" in facts:
        notes.append(_ALLOWANCE_NOTE)
    return tuple(notes)


MATERNITY = Calculator(
    id="maternity",
    name="产假与生育津贴",
    about="生育或者流产能休多少天、休到哪一天、能领多少生育津贴。",
    matters=("labour.women", "labour.leave", "labour.insurance"),
    facts=(_KIND, _BABIES, _DIFFICULT, _START, _REGION, _LOCAL_DAYS, _AVERAGE),
    compute=_compute,
)
