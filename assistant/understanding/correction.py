"""What a text puts right, read once for the line, for answers and for interviews: 不是3000，是5000; 打错了，是5000."""

import re
from dataclasses import dataclass
from enum import StrEnum

_SIGNS = "，,。；;、：:！!…~ \t\n"
_STARTS = rf"(?:^|(?<=[{_SIGNS}嗯哦]))"
_EARLIER = r"(?:刚才|刚刚|前面|上面|之前)?我?(?:那个?)?"
_WRONG = rf"{_EARLIER}[说答填写选按点记搞弄听看]错(?:了|啦)?"  # 刚才我说错了
_TYPED = rf"{_STARTS}{_EARLIER}打错(?:了|啦)?"  # 打错了，…; not 疫苗打错了
_MEND = r"更正(?:一下)?|纠正(?:一下)?|改(?:成|为|一下|改)|修改(?:一下)?"  # 更正一下，… · 欠的数额改成3500
_NO = r"不对|错了"
_SLIP = rf"(?:(?:{_WRONG}|{_TYPED}|{_MEND}|^改|^(?:{_NO}))[{_SIGNS}]*)+"  # 打错了，更正一下，… · 改：月工资 · 不对，…
_HAN = "〇零一二两三四五六七八九十百千万亿"
_UNIT = "年月日号天元块"
_NUMBER = rf"(?=[0-9]|[{_HAN}](?:个月|[{_HAN}{_UNIT}成岁点]|$))"  # 改成3500 · 记错了四年; not 错了一个字
_IS = r"(?:应该|应当|其实|而)?是"
_TO_RIGHT = rf"(?:(?<=[{_SIGNS}])(?:{_IS}|应该|应当|其实)?|{_IS}|{_NUMBER}|(?<=[说记]错了)(?![怎会能吗]))"
_GROUPED = r"(?<=[0-9]),(?=[0-9]{3})"  # 5,000
_RIGHT = rf"(?P<right>(?:[^，,。；;？?！!]|{_GROUPED})+)"

_CONTRAST = re.compile(
    rf"(?:{_SLIP})?(?<!是)(?:不是|不叫)(?P<wrong>(?:[^，,。；;？?是]|{_GROUPED}){{1,20}})[，,；;、 ]*{_IS}{_RIGHT}"
)  # 说错了，不是3000，是5000
_ADMITTED = re.compile(rf"{_SLIP}(?:{_TO_RIGHT}{_RIGHT})?")
_TAKEN_BACK = re.compile(
    rf"(?:(?<=[{_SIGNS}0-9{_HAN}])|(?<=[0-9{_HAN}][{_UNIT}]))(?:{_NO})[{_SIGNS}]*(?:{_TO_RIGHT}{_RIGHT})?"
)  # 3000，不对，是5000 · 三千块不对是五千; not 服务态度不对
_RATHER = re.compile(rf"(?:^|(?<=[{_SIGNS}嗯哦好的]))(?:应该|其实)是{_RIGHT}")  # 其实是五千
_ENDS = re.compile(rf"[{_SIGNS}？?]|[0-9{_HAN}](?:个月|[{_UNIT}])?")  # a clause or a value is over


class Way(StrEnum):
    """How a text puts a word right, from which follows what it can speak of."""

    ADMITTED = "admitted"  # 说错了，是5000: something said earlier was wrong
    CONTRAST = "contrast"  # 不是3000，是5000: the same, or only what happened (不是辞职，是公司辞退)
    TAKEN_BACK = "taken back"  # 3000，不对，是5000: the text's own words were wrong
    RATHER = "rather"  # 应该是5000: a correction after other words only; by itself it is but unsure


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong (empty where it is not said), what is right (empty where it is not), and the text around them."""

    wrong: str
    right: str
    way: Way
    before: str = ""
    after: str = ""

    @property
    def about(self) -> str:
        """The words before it in its own clause: 月工资 of 「月工资写错了，是5000」; empty where there are none."""
        return _ENDS.split(self.before)[-1]

    @property
    def put_right(self) -> str:
        """The text without what it takes back: 欠的数额3500 for 「欠的数额改成3500」, with its values kept apart."""
        before = self.before if self.about else self.before.rstrip(_SIGNS)
        link = "，" if before and not self.about else ""
        return f"{before}{link}{self.right}{self.after}"


def correction(text: str) -> Correction | None:
    """The first correction that a text holds; None where it holds none. 「是不是3000」 and 「名字不对」 hold none."""
    contrast, admitted = _CONTRAST.search(text), _ADMITTED.search(text)
    if contrast:
        return _found(contrast, Way.ADMITTED if admitted else Way.CONTRAST)
    if admitted:
        return _found(admitted, Way.ADMITTED)
    for pattern, way in ((_TAKEN_BACK, Way.TAKEN_BACK), (_RATHER, Way.RATHER)):
        if match := pattern.search(text):
            return _found(match, way)
    return None


def _found(match: re.Match[str], way: Way) -> Correction:
    said, text = match.groupdict(), match.string
    after = text[match.end() :]
    return Correction(
        wrong=(said.get("wrong") or "").strip(_SIGNS),
        right=(said["right"] or "").strip(_SIGNS),
        way=way,
        before=text[: match.start()],
        after=after if after.strip(_SIGNS) else "",
    )
