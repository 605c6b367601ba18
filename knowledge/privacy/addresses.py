"""Addresses down to a house, a flat or a village group; province, city and county stay, for the law hangs on them."""

import re
from collections.abc import Iterator

from knowledge.privacy.heard import Heard
from knowledge.privacy.model import PersonalKind, PersonalSpan

_HAN = r"[\u4e00-\u9fff]"
_NUMBER = r"(?:[0-9]{1,5}|[一二三四五六七八九十百零〇]{1,6})"
_DOOR = rf"{_NUMBER}(?:[-－之~][0-9一二三四五六七八九十]{{1,4}}){{0,2}}"
_NO_HOUSE = r"(?!线|出口|入口|门(?![口前市面卫外])|桥|站|文件|令|公告|案)"
_ROAD = rf"(?:路|街|大道|道|巷|弄|胡同|里|坊|段|桥|庄)(?:[东西南北中]段)? ?(?:{_DOOR}弄 ?)?附?{_DOOR} ?号{_NO_HOUSE}"
_ESTATE_ENDS = "小区|花园|花苑|家园|新村|嘉园|公寓|大厦|广场|新城|公馆|名都|社区|苑|城|园|府|庭|湾|里|居|邸|轩|院|宿舍"
_NO_MORE = "(?![0-9.〇零一二三四五六七八九十年月日元块万个人])"
_BLOCK = rf"(?:{_DOOR} ?(?:号楼|栋|幢|座|号院)|[A-Za-z] ?[座栋])"
_ROOM = rf"{_DOOR} ?(?:室|号房(?![东产])|户(?![主籍口型])|房(?![东产])|号)"
_UNIT = rf"{_NUMBER} ?单元"
_FLAT = rf"(?:(?:{_UNIT} ?)?(?:{_NUMBER} ?[层楼] ?)?{_ROOM}|(?<! )(?:{_UNIT} ?)?{_DOOR}{_NO_MORE}|{_UNIT})"
_GROUP = rf"第? ?{_NUMBER} ?(?:村民小组|小组|组|社|队|屯)(?: ?{_DOOR} ?号)?"
_VILLAGE = rf"(?:村|社区|屯|寨|庄|嘎查)(?:民委员会|委会)? ?(?:{_GROUP}|{_DOOR} ?号)"  # 李家村三组
_ESTATE = rf"{_HAN}{{1,8}}?(?:{_ESTATE_ENDS})(?= ?[一二三四五六七八九十0-9A-Za-z])"
_TAIL = rf"(?: ?{_ESTATE})?(?: ?[一二三四1-9]期)?(?: ?{_BLOCK})?(?: ?{_FLAT})?"  # 阳光小区3栋2单元502室
_CORE = re.compile(
    rf"(?:{_VILLAGE}|{_ROAD}{_TAIL}"
    rf"|(?:{_ESTATE_ENDS})(?: ?[一二三四1-9]期)? ?(?:{_BLOCK}(?: ?{_FLAT})?|{_NUMBER} ?单元 ?{_DOOR} ?(?:室|号)?)"
    rf"|{_BLOCK} ?(?:{_NUMBER} ?单元 ?{_DOOR} ?(?:室|号|户)?|{_DOOR} ?(?:室|户(?![主籍口型]))))"
)
_FARTHEST = 24
_HAN_END = re.compile(r"[\u4e00-\u9fff]*$")
_COUNTY = re.compile(
    r"(?:省|自治区|自治州|(?<![门超夜])市(?![场区]|政府|民政|府?$|[南北中]?$)|县(?![前府]?$|政)"
    r"|(?<![小社园校库厂发矿片景营战辖])区(?!府?$|政)|[左右中后前]旗|盟)"
)  # 市府路, 县前街 and 市北路 are roads
_LEAD = re.compile(
    r"(?:地址|住址|住所地?|(?:所在|居住|户籍|坐落|发生)地|户籍|老家|现住|家住|位于|坐落于?|收货|送达|寄往|分别|路过|对面"
    r"|[在住到去是从我你他她们的把给往址搬租开至这那]|于(?![家洪])|为(?!民))"
)
_NO_ROAD = re.compile(r"(?:^|[这那几走条])$")


def addresses(heard: Heard) -> Iterator[PersonalSpan]:
    """Roads with a house number, blocks with a flat, villages with a group; from below the county to the door."""
    text = heard.plain
    for core in _CORE.finditer(text):
        begin = _begin(text, core.start())
        named = text[begin : core.start()]
        if core[0][0] in "0123456789一二三四五六七八九十ABCDEFGHabcdefgh" or not _NO_ROAD.search(named):
            yield PersonalSpan(begin, core.end(), PersonalKind.ADDRESS)


def _begin(text: str, end: int) -> int:
    """Where the name before `end` begins: after the county, after 住在 or 地址, or at a sign."""
    before = _HAN_END.search(text, max(0, end - _FARTHEST), end)
    assert before is not None  # the pattern matches nothing, too
    begin = before.start()
    for pattern in (_LEAD, _COUNTY):
        for cut in pattern.finditer(text[:end], begin):
            begin = cut.end()
    return begin
