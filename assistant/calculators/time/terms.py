"""The time limits that are reckoned: what they are for, from which day they run, how their last day is found."""

from dataclasses import dataclass

from assistant.facts.model import Choice


@dataclass(frozen=True, slots=True)
class Counting:
    """How a branch of law counts: articles that leave out the day of the event, that move a last day on a holiday."""

    begins: tuple[str, ...]
    moves: tuple[str, ...]


CIVIL = Counting(("民法典第二百零一条第一款", "民法典第二百零二条"), ("民法典第二百零三条第一款",))
COURT = Counting(("民事诉讼法第八十五条第二款",), ("民事诉讼法第八十五条第三款",))
ADMINISTRATIVE = Counting(
    ("最高人民法院关于适用行政诉讼法的解释第四十八条第二款",), ("最高人民法院关于适用行政诉讼法的解释第四十八条第三款",)
)
RECONSIDERATION = Counting(
    ("行政复议法第八十八条第一款", "民事诉讼法第八十五条第二款"),
    ("行政复议法第八十八条第一款", "民事诉讼法第八十五条第三款"),
)
CRIMINAL = Counting(("刑事诉讼法第一百零五条第二款",), ("刑事诉讼法第一百零五条第四款",))


@dataclass(frozen=True, slots=True)
class Term:
    """A time limit: `id` is its rule in `rules/time.toml`, `since` the event, `notes` what may change it."""

    id: str
    label: str
    since: str
    counting: Counting
    said: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def choice(self) -> Choice:
        """The term as one of the answers to the question of which it is."""
        return Choice(self.id, self.label, self.said)


_UNSAID = "这部法律没有写遇到节假日顺延，稳妥的做法是在推算的那一天以前提出。"
_MAILED = "期满前交邮的，不算过期（民事诉讼法第八十五条第四款）。"
_EXCUSED = "因不可抗力或者其他正当理由耽误的，障碍消除后十日内可以申请顺延（民事诉讼法第八十六条）。"

TERMS = (
    Term(
        "limitation",
        "诉讼时效（一般三年）",
        "知道或者应当知道权利受损害和义务人",
        CIVIL,
        ("时效", "三年", "多久以内起诉"),
        (
            "对方同意还、您要求还、起诉或者申请仲裁，时效中断，从中断时起重新算（民法典第一百九十五条）。",
            "从权利受损害起最长二十年（民法典第一百八十八条第二款）；约定了还款日的，从还款日起算。",
            "要抚养费、赡养费等不受时效限制（民法典第一百九十六条）；法律另有规定的，按另外的规定。",
        ),
    ),
    Term(
        "labour_arbitration",
        "申请劳动仲裁",
        "知道或者应当知道权利被侵害",
        CIVIL,
        ("劳动仲裁", "仲裁时效"),
        (
            "在职期间被拖欠工资的，不受这一年限制；离职的，从离职那天起一年内提出（劳动争议调解仲裁法第二十七条第四款）。",
            "向单位要过、向有关部门投诉过，或者单位同意支付的，时效中断，重新算（劳动争议调解仲裁法第二十七条第二款）。",
        ),
    ),
    Term(
        "labour_suit",
        "不服劳动仲裁裁决去起诉",
        "收到仲裁裁决书",
        COURT,
        ("不服仲裁", "仲裁后起诉"),
        (
            "小额追索等终局裁决，用人单位不能直接起诉，只能申请撤销（劳动争议调解仲裁法第四十七条、第四十九条）。",
            _MAILED,
        ),
    ),
    Term("appeal_judgment", "民事、行政判决上诉", "收到判决书", COURT, ("上诉", "不服判决"), (_MAILED, _EXCUSED)),
    Term("appeal_ruling", "民事、行政裁定上诉", "收到裁定书", COURT, ("裁定上诉",), (_MAILED, _EXCUSED)),
    Term(
        "reconsideration",
        "申请行政复议",
        "知道或者应当知道行政行为",
        RECONSIDERATION,
        ("复议", "行政复议"),
        (
            "法律规定的期限更长的，按更长的（行政复议法第二十条第一款）。",
            "没有告诉您可以复议和期限的，从知道可以复议时算，最长一年（行政复议法第二十条第三款）。",
        ),
    ),
    Term(
        "police_reconsideration",
        "对治安处罚申请行政复议",
        "收到处罚决定书",
        RECONSIDERATION,
        ("治安处罚", "拘留复议"),
    ),
    Term(
        "administrative_suit",
        "直接提起行政诉讼",
        "知道或者应当知道行政行为",
        ADMINISTRATIVE,
        ("行政诉讼", "告政府", "民告官"),
        (
            "没有告诉您起诉期限的，从知道起诉期限时算，最长一年（最高人民法院关于适用行政诉讼法的解释第六十四条第一款）。",
            "从行政行为作出起，不动产最长二十年，其他最长五年（行政诉讼法第四十六条第二款）。",
        ),
    ),
    Term(
        "suit_after_reconsideration",
        "不服复议决定去起诉",
        "收到复议决定书",
        ADMINISTRATIVE,
        ("不服复议",),
        ("复议机关过期不作决定的，从复议期满那天起十五日内起诉（行政诉讼法第四十五条）。",),
    ),
    Term(
        "retrial",
        "申请再审",
        "判决、裁定生效",
        COURT,
        ("再审", "申诉"),
        ("有新证据、证据系伪造等四种情形，从知道那天起六个月（民事诉讼法第二百一十六条）。",),
    ),
    Term(
        "enforcement",
        "申请强制执行",
        "判决确定的履行期限届满",
        COURT,
        ("强制执行", "申请执行"),
        (
            "分期履行的，从最后一期期满起算；没有写履行期的，从生效那天起算（民事诉讼法第二百五十条第二款）。",
            "期间可以中止、中断，办法同诉讼时效（民事诉讼法第二百五十条第一款）。",
        ),
    ),
    Term("payment_order_objection", "对支付令提出异议", "收到支付令", COURT, ("支付令异议",), (_MAILED,)),
    Term(
        "judicial_confirmation",
        "申请司法确认调解协议",
        "调解协议生效",
        COURT,
        ("司法确认",),
        ("要双方当事人共同申请（民事诉讼法第二百零五条）。",),
    ),
    Term(
        "work_injury_employer",
        "单位申请工伤认定",
        "事故伤害发生，或者被诊断为职业病",
        CIVIL,
        ("单位报工伤",),
        ("单位不申请的，职工或者近亲属、工会一年内可以自己申请（工伤保险条例第十七条第二款）。", _UNSAID),
    ),
    Term(
        "work_injury_worker",
        "职工自己申请工伤认定",
        "事故伤害发生，或者被诊断为职业病",
        CIVIL,
        ("工伤认定", "自己报工伤"),
        (_UNSAID,),
    ),
    Term(
        "inheritance_refusal_legatee",
        "受遗赠人表示接受或者放弃",
        "知道受遗赠",
        CIVIL,
        ("遗赠",),
        ("到期没有表示的，视为放弃（民法典第一千一百二十四条第二款）。",),
    ),
    Term(
        "revoke_contract",
        "撤销合同等（撤销权）",
        "知道或者应当知道撤销事由（受胁迫的，从胁迫停止）",
        CIVIL,
        ("撤销权", "撤销合同", "受骗"),
        (
            "重大误解是九十日，不是一年（民法典第一百五十二条第一款第一项）。",
            "从行为发生起最长五年（民法典第一百五十二条第二款、第五百四十一条）；这一期间不能中止、中断（民法典第一百九十九条）。",
        ),
    ),
    Term(
        "criminal_appeal_judgment",
        "刑事判决上诉",
        "收到判决书",
        CRIMINAL,
        ("刑事上诉",),
        ("上诉状在期满前交邮的，不算过期（刑事诉讼法第一百零五条第三款）。",),
    ),
    Term("criminal_appeal_ruling", "刑事裁定上诉", "收到裁定书", CRIMINAL, ("刑事裁定",)),
)
