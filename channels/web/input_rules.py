"""What pydantic found wrong with an input, said in plain Chinese."""

from typing import Any

_RULES = {
    "missing": "不能缺少",
    "extra_forbidden": "没有这个字段",
    "string_type": "必须是文字",
    "string_too_short": "至少{min_length}个字",
    "string_too_long": "最多{max_length}个字",
    "string_pattern_mismatch": "格式不对，要符合{pattern}",
    "date_form": "必须是日期，写成2021-03-01的样子",
    "no_such_day": "日历上没有这一天",
    "model_attributes_type": "必须是一个JSON对象",
    "model_type": "必须是一个JSON对象",
    "dict_type": "必须是一个JSON对象",
}
"""By pydantic's type of error; values in braces come from its context."""


def broken_rule(error: dict[str, Any]) -> tuple[str, str]:
    """(place, rule) of one error of pydantic; the rule in pydantic's own words where it is not in the table."""
    source, *path = error["loc"]
    place = ".".join(str(part) for part in path) or str(source)
    rule = _RULES.get(error["type"])
    return place, rule.format(**error.get("ctx", {})) if rule else str(error["msg"])
