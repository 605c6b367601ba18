"""Days of birth that are given to say who somebody is; an age that the law asks for stays."""

import re
from collections.abc import Iterator

from knowledge.privacy.heard import Heard
from knowledge.privacy.model import PersonalKind, PersonalSpan, Proof

_YEAR, _NUMBER = (
    r"(?:(?:19|20)\d{2}|[一二][九〇零][〇零一二三四五六七八九]{2})",
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})",
)
_DAY = (
    rf"(?:{_YEAR} ?年 ?{_NUMBER} ?月(?: ?{_NUMBER} ?[日号])?"  # 1990年1月1日
    r"|(?:19|20)\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)"  # 1990-01-01
    r"|(?:19|20)\d{6}(?!\d))"  # 19900101
)
_LABELLED = re.compile(
    rf"(?:出生(?:年月日|年月|日期|时间)?|生日|(?<![发产])生于)[是为: |]{{0,3}}(?P<day>{_DAY})"
)  # 出生日期：1990.1.1
_IN_A_RECORD = re.compile(
    rf"(?:[男女]|\d[\dXx])[,， 、;；]{{1,2}}(?:[\u4e00-\u9fff]{{1,3}}族[,，、 ])?(?P<day>{_DAY}) ?出?生"
)
# 张三，男，1990年1月1日出生


def births(heard: Heard) -> Iterator[PersonalSpan]:
    """The days in 「出生日期：…」 and in 「男，…出生」. 「孩子2016年5月3日出生」 is a fact of the case."""
    for pattern in (_LABELLED, _IN_A_RECORD):
        for match in pattern.finditer(heard.plain):
            yield PersonalSpan(*match.span("day"), PersonalKind.BIRTH, Proof.CUE)
