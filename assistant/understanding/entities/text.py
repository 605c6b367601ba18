"""Text as the readers want it: one sign for one thing, each at its old place."""

_FULL = {ord("！") + i: ord("!") + i for i in range(94)}
_KEPT = {ord(c) for c in "，。；：？！（）"}
_ONE_SIGN = {code: half for code, half in _FULL.items() if code not in _KEPT} | {
    ord("　"): " ",
    ord("Ｏ"): "〇",
    ord("○"): "〇",
    ord("壹"): "一",
    ord("贰"): "二",
    ord("叁"): "三",
    ord("肆"): "四",
    ord("伍"): "五",
    ord("陆"): "六",
    ord("柒"): "七",
    ord("捌"): "八",
    ord("玖"): "九",
    ord("拾"): "十",
    ord("佰"): "百",
    ord("仟"): "千",
    ord("萬"): "万",
    ord("億"): "亿",
    ord("點"): "点",
    ord("兩"): "两",
    ord("個"): "个",
    ord("號"): "号",
    ord("塊"): "块",
}


def same_places(text: str) -> str:
    """The text with full-width signs and formal numerals made plain, as long as before: ３，０００ and 叁万."""
    return text.translate(_ONE_SIGN)
