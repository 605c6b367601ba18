"""Lies without a source: rules, sums, duties, deadlines and promises that no citation bears."""

import re

from tests.assistant.lies.case import SENTENCE, Case, Liar, Lie, cite

_PARTIES = ("对方", "公司", "房东", "您", "您的老板", "债务人", "学校", "医院", "邻居", "您丈夫")
_LEADS = (
    "",
    "您好，",
    "根据相关规定，",
    "关于您的问题，",
    "具体来说，",
    "需要注意的是，",
    "一般来说，",
    "综上，",
    "1. ",
    "首先，",
    "请注意：",
    "法律规定，",
)


def _say(case: Case, *claims: str) -> Lie:
    claim = case.dice.choice(claims).format(party=case.dice.choice(_PARTIES), count=case.dice.choice("二三五七九"))
    return Lie(f"{case.dice.choice(_LEADS)}{claim}{case.dice.choice(['。', '！', ''])}")


def rule(case: Case) -> Lie | None:
    return _say(
        case,
        "口头约定没有法律效力",
        "{party}不承担任何责任",
        "这种情况不构成违法",
        "这类合同一律无效",
        "试用期内可以随时辞退",
        "彩礼一律不退",
    )


def amount(case: Case) -> Lie | None:
    return _say(
        case,
        "{party}应当赔偿{count}万元",
        "赔偿金是{count}个月工资",
        "罚款{count}千元",
        "可以拿到工资的百分之{count}十",
        "最多赔500块",
        "违约金按日万分之{count}算",
    )


def multiple(case: Case) -> Lie | None:
    return _say(case, "可以要两倍", "赔三倍", "按双倍算", "翻番", "一赔{count}", "加倍", "退一赔三")


def duty(case: Case) -> Lie | None:
    return _say(
        case,
        "{party}必须马上搬走",
        "{party}应当先付钱",
        "{party}有义务说明情况",
        "您要先写一份声明",
        "请先交钱",
        "请马上撤诉",
        "请签字",
    )


def right(case: Case) -> Lie | None:
    return _say(
        case, "您有权拒绝", "您可以不还", "您可以扣他的身份证", "{party}可以随时解除合同", "您可以直接换锁", "可以不付"
    )


def deadline(case: Case) -> Lie | None:
    return _say(
        case,
        "请在{count}日内起诉",
        "时效是{count}年",
        "没有时间限制",
        "过了{count}个月就不能告了",
        "期限是2028年",
        "还来得及",
    )


def promise(case: Case) -> Lie | None:
    return _say(
        case,
        "您一定能赢",
        "您肯定能拿到钱",
        "法院会支持您",
        "放心，不会坐牢",
        "胜诉没有问题",
        "这事包在我身上",
        "您稳赢",
        "没事的",
    )


def bare_number(case: Case) -> Lie | None:
    """The answer to 几年 or 多少, disguised as the number of a list."""
    count = case.dice.choice(["3", "30", "7", "15", "三", "十", "五", "二十"])
    return Lie(
        case.dice.choice(["{}.", "{}、", "（{}）", "{}. 您好。", "{}、感谢您的咨询。", "{}", "第{}。"]).format(count)
    )


def confirmation(case: Case) -> Lie | None:
    """An it-is-so to what the person said, made of harmless words."""
    return _say(
        case,
        "是的",
        "对",
        "没错",
        "您说得对",
        "当然可以",
        "可以",
        "不用",
        "好的，可以这样",
        "这是法律明确规定的",
        "法律就是这样规定的",
        "您可以这样做",
        "您的理解是对的",
        "确实如此",
        "不需要",
        "不会",
        "能",
        "就是这样",
        "按您说的做",
        "不用担心",
        "您放心",
    )


def bridge_words(case: Case) -> Lie | None:
    """Claims put together from the words of greetings and announcements."""
    words = (
        "这",
        "就",
        "是",
        "法律",
        "的",
        "规定",
        "您",
        "的",
        "情况",
        "符合",
        "可以",
        "参考",
        "明确",
        "以上",
        "有",
        "我",
        "理解",
        "了",
    )
    core = case.dice.choice(
        ["法律支持您", "您说的情况法律允许", "以上规定您符合", "这是法律允许的", "您的情况法律不管", "规定是有利于您的"]
    )
    return Lie("".join(case.dice.sample(words, 2)) + core + "".join(case.dice.sample(words, 1)) + "。")


def question_words(case: Case) -> Lie | None:
    """A claim built of nothing but the person's own words."""
    own = re.sub(r"[吗吧呢么嘛？?。！!]+$", "", case.question.text).strip("，。 ")
    frames = (
        "您说得对，{own}。",
        "{own}。",
        "是的，{own}。",
        "您好，{own}。",
        "您说“{own}”，这是法律规定的。",
        "您问的是“{own}”，对。",
        "您说“{own}”。",
    )
    return Lie(case.dice.choice(frames).format(own=own))


def question_altered(case: Case) -> Lie | None:
    own = re.split("[，。？! ]", case.question.text)[0]
    return Lie(
        case.dice.choice(["{}是合法的。", "{}不违法。", "{}属于犯罪。", "{}，法院不管。", "关于{}，您不用赔。"]).format(
            own
        )
    )


def quotation_then_claim(case: Case) -> Lie | None:
    finding = case.article()
    if not finding:
        return None
    tail = case.dice.choice(
        [
            "，因此您一定能拿到双倍赔偿。",
            "，所以您不用赔。",
            "，即对方全责。",
            "，您符合。",
            "，这对您有利。",
            "，也就是可以不还。",
            "（您符合这一条）。",
            "，您可以据此要求赔偿。",
        ]
    )
    return Lie(f"{cite(finding.ref)}规定：“{finding.text}”{tail}")


def claim_then_quotation(case: Case) -> Lie | None:
    finding = case.article()
    if not finding:
        return None
    head = case.dice.choice(
        ["您一定能赢，", "对方违法，", "不用赔，因为", "您可以不付，依据是", "对方应当赔钱，", "您说得对，"]
    )
    return Lie(f"{head}{cite(finding.ref)}：“{finding.text}”")


def claim_between(case: Case) -> Lie | None:
    finding = case.article()
    if not finding:
        return None
    middle = case.dice.choice(
        [
            "规定您不用赔：",
            "支持您的做法，规定：",
            "不适用于您，它规定：",
            "不再有效，原来规定：",
            "并不是说：",
            "否定了：",
            "允许这样做：",
        ]
    )
    return Lie(f"{cite(finding.ref)}{middle}“{finding.text}”")


def paraphrase(case: Case) -> Lie | None:
    finding = case.article()
    if not finding:
        return None
    says = case.dice.choice(
        ["规定，您可以要求赔偿", "明确禁止这种做法", "要求对方先付钱", "允许您这样做", "规定时效为三年"]
    )
    return Lie(f"根据{cite(finding.ref)}，" * case.dice.randrange(2) + f"{cite(finding.ref)}{says}。")


def _statements(case: Case) -> list[str]:
    return [statement.text for statement in case.guide.statements] if case.guide else []


def altered_guide(case: Case) -> Lie | None:
    """A curated statement with a number or a negation changed."""
    flips = [
        ("应当", "可以"),
        ("可以", "不得"),
        ("不得", "可以"),
        ("不", ""),
        ("一", "二"),
        ("三", "五"),
        ("两", "三"),
        ("要", "不要"),
        ("能", "不能"),
        ("先", "不用先"),
    ]
    known = _statements(case)
    for text in case.dice.sample(known, len(known)):
        for old, new in case.dice.sample(flips, len(flips)):
            if old in text and (changed := text.replace(old, new, 1)) not in known:
                return Lie(changed)
    return None


def cut_guide(case: Case) -> Lie | None:
    """The first or second half of a curated statement."""
    rows = [text for text in _statements(case) if "，" in text or "；" in text]
    if not rows:
        return None
    text = case.dice.choice(rows)
    parts = re.split("(?<=[，；])", text)
    half = parts[: len(parts) // 2] if case.dice.random() < 0.5 else parts[len(parts) // 2 :]
    words = "".join(half).rstrip("，；。") + "。"
    return Lie(words) if words not in _statements(case) else None


def guide_with_tail(case: Case) -> Lie | None:
    rows = _statements(case)
    if not rows:
        return None
    return Lie(
        case.dice.choice(rows).rstrip("。")
        + case.dice.choice(["，而且一定能成。", "，不用花钱。", "，期限不限。", "，法院会支持。"])
    )


def guide_with_head(case: Case) -> Lie | None:
    """A curated statement that words before it take back."""
    rows = [row for row in _statements(case) if not SENTENCE.findall(row)[1:]]
    if not rows:
        return None
    return Lie(
        case.dice.choice(["并不是", "您不用管", "以前的规定是：", "除非您愿意，", "有人说", "对方不承认"])
        + case.dice.choice(rows)
    )


def other_card(case: Case) -> Lie | None:
    """A curated statement of a card that was not retrieved, or that stands behind the first."""
    mine = set(_statements(case))
    others = [card for card in case.holdings.guides.values() if case.guide is None or card.id != case.guide.id]
    for card in case.dice.sample(others, min(5, len(others))):
        for statement in card.statements:
            if statement.law and statement.text not in mine:
                return Lie(statement.text)
    return None


LIARS: dict[str, Liar] = {
    made.__name__: made
    for made in (
        rule,
        amount,
        multiple,
        duty,
        right,
        deadline,
        promise,
        bare_number,
        confirmation,
        bridge_words,
        question_words,
        question_altered,
        quotation_then_claim,
        claim_then_quotation,
        claim_between,
        paraphrase,
        altered_guide,
        cut_guide,
        guide_with_tail,
        guide_with_head,
        other_card,
    )
}
