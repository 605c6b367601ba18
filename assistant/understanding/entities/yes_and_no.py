"""Yes and no in all their forms: 嗯, 是的没签, 没签过, 签了, 冇, 莫得, 不知道.

An answer says something of the fact (「签过合同吗」: 没签) or only affirms or denies. What it says of the fact weighs
more than a yes before it: 「是的，没签」 is no.
"""

import re

from assistant.facts.model import Fact

UNSURE = re.compile(
    r"不知道|不晓得|不清楚|不确定|不记得|记不清|记不得|记不住|忘了|忘记|不太?(?:懂|明白|好说)|说不准|说不清|说不好|不一定|唔知|不详|没注意|没印象|没数"
    r"|可能|好像|也许|或许|应该(?:是|没|有|吧)|大概(?:是|没|有)吧|看情况|再想想|什么意思|咋说"
)
_DENIES = "没得|没有|没|冇得|冇|莫得|木有|未曾|未|从不|从没|从来没|不曾|不|无|否|别|唔"
_NOT_DENYING = re.compile(
    r"没错|没问题|不错|可不是|可不(?=[，。！嘛]|$)|不止|不只|不光|不但|不仅|没准|不过|差不多|对不起|不好意思|没办法|不瞒"
)
_AFFIRMING = ("没错", "可不是", "可不", "不错", "没问题")
_YES = re.compile(
    r"^(?:嗯+|恩+|哦?是的?|是啊|是呀|是呢|是滴|是哒|就是|对+(?!方|面|不)的?|对啊|对呀|对头|没错|有的?|有啊|有过|有滴|有嘅|当然|必须的?|肯定"
    r"|可以|行|好的?|好啊|要的?|要得|会的?|能的?|得嘞|得行|中|成"
    r"|系(?:呀|啊|嘅)?|yes|yeah|y|ok|OK|嗯呐|嗯哪|啊对|可不是|可不|确实|已经|答应|同意|愿意|√|１|是滴)(?:[的了啊呀呢嘛吧哈哦]|$"
    r"|[，。,！!、\s]|有|签|是|都|我|他|她|要|已)"
)
_NO = re.compile(
    rf"^(?:都|也|还|真|根本|压根|从来|一直|确实|完全|我|我们|他|她|他们|老板|公司|人家|对方|家里|这个|目前|暂时|并|就"
    rf"|真的){{0,3}}(?:{_DENIES}|no|No|NO|n$|×|不是|不系|唔系|不行|不要|不会|不能|不用)"
)
_OF_ELSE = re.compile(
    r"(?!有|的|过|啊|呀|呢|嘛|吧|哦|了|是|要|行|会|能|用|这|那|人|什么|任何|必要|得|意思|愿|同意|可以|我|他|她)[\u4e00-\u9fff]{1,4}"
)
_CLAUSE = re.compile(r"[，。；,;！!？?\s]|(?<=是的)|(?<=对的)|(?<=嗯)|(?<=但是)|(?<=不过)")
_DONE = re.compile(r"^[\u4e00-\u9fff]{0,8}?(?P<verb>[\u4e00-\u9fff])(?:了|过|着|的有)")
_COMMON = frozenset("是否有没不的了吗过您你我他她它这那在和与或到就都也还会能要被把给对您们个一么什样呢吧")


def yes_or_no(fact: Fact, text: str) -> bool | None:
    """True, False, or None where the answer is unsure, or says nothing of the fact."""
    said = _NOT_DENYING.sub(lambda match: "是" if match[0] in _AFFIRMING else "", text.strip())
    if UNSURE.search(text) or not said:
        return None
    about = _about(fact, said)
    turned = _is_negative(fact)
    if about is not None:
        return about is not turned
    if _YES.match(said):
        return True
    denied = _NO.match(said)
    # 「没有」 to a fact that denies may agree or disagree; 「没盖章」 says nothing of a signature
    return None if turned or not denied or _OF_ELSE.match(said, denied.end()) else False


def _about(fact: Fact, said: str) -> bool | None:
    """What the clauses say of the fact's own verb: 没签 False, 签了 True; None where they speak of nothing of it."""
    own = set(f"{fact.label}{fact.question}") - _COMMON
    verdicts = {verdict for clause in _CLAUSE.split(said) if (verdict := _clause(clause, own)) is not None}
    return verdicts.pop() if len(verdicts) == 1 else None


def _clause(clause: str, own: set[str]) -> bool | None:
    denied = re.search(rf"(?:{_DENIES})(?P<rest>[\u4e00-\u9fff]{{1,6}})", clause)
    if denied:
        return False if own & set(denied["rest"]) else None
    done = _DONE.search(clause)
    if done and done["verb"] in own:
        return True
    has = re.match(r"^(?:我|我们|他|她|公司|老板|家里|都|已经|是)*有(?P<rest>[\u4e00-\u9fff]{1,6})", clause)
    return True if has and own & set(has["rest"]) else None


def _is_negative(fact: Fact) -> bool:
    """Whether the fact itself denies: 未签书面合同, 没有买社保."""
    words = re.sub("有没有|是不是|能不能|会不会|要不要|可不可以|是否|(.)不\\1", "", fact.label or fact.question)
    return bool(re.search("未(?!成年|来|婚)|没有?|不(?!动产)", words))
