"""Article references parse and print back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.errors import ReferenceSyntaxError
from knowledge.statutes import english
from knowledge.statutes.reference import ArticleRef, parse, parse_keyed

LONG = "最高人民法院关于适用民法典婚姻家庭编的解释（一）"

NUMBERS = st.integers(0, 99_999)
LAWS = st.sampled_from(
    ["民法典", "刑法", "工伤保险条例", LONG, "宪法修正案（2018年）", "公司法", "人民检察院刑事诉讼规则（试行）"]
)


@st.composite
def references(draw: st.DrawFn) -> ArticleRef:
    """Any reference: an insert needs its article, the parts below need one too."""
    article = draw(NUMBERS)
    if not article:
        return ArticleRef(draw(LAWS))
    item = draw(st.integers(0, 99))
    return ArticleRef(
        draw(LAWS),
        article,
        draw(st.integers(0, 30)),
        draw(st.integers(0, 30)),
        item,
        draw(st.integers(0, 9)) if item else 0,
        draw(st.integers(0, 30)),
    )


@settings(deadline=None)  # another process may hold the machine
@given(references())
def test_every_reference_prints_what_parses_back(ref: ArticleRef) -> None:
    assert parse(str(ref)) == ref


@settings(deadline=None)  # another process may hold the machine
@given(st.text(alphabet="民法典第一二十条款项目之（）()《》#0９ 解释", max_size=30))
def test_any_text_is_a_reference_or_is_refused_with_a_rule(text: str) -> None:
    ref, message = _try(text)
    assert "rule:" in message if ref is None else parse(str(ref)) == ref


def _try(text: str) -> tuple[ArticleRef | None, str]:
    try:
        return parse(text), ""
    except ReferenceSyntaxError as error:
        return None, str(error)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("《民法典》第1079条第3款第（二）项", "民法典第一千零七十九条第三款第二项"),
        ("《民法典》第1079条第3款第(二)项", "民法典第一千零七十九条第三款第二项"),
        ("《民法典》第1079条第3款第2项", "民法典第一千零七十九条第三款第二项"),
        ("民法典第一千零七十九条第三款第二项", "民法典第一千零七十九条第三款第二项"),
        ("民法典一千零七十九条", "民法典第一千零七十九条"),
        ("民法典1079条", "民法典第一千零七十九条"),
        ("民法典1079", "民法典第一千零七十九条"),
        ("民法典1079条3款2项", "民法典第一千零七十九条第三款第二项"),
        ("《中华人民共和国民法典》第一千零七十九条", "民法典第一千零七十九条"),
        ("中华人民共和国民法典第一千零七十九条", "民法典第一千零七十九条"),
        ("〈民法典〉第一条", "民法典第一条"),
        ("“民法典”第一条", "民法典第一条"),
        (" 民法典 第 １０７９ 条 第 ３ 款 ", "民法典第一千零七十九条第三款"),
        ("刑法第一百三十三条之一第一款", "刑法第一百三十三条之一第一款"),
        ("刑法第133条之1", "刑法第一百三十三条之一"),
        ("税法第三条第（三之一）项", "税法第三条第三项之一"),
        ("税法第三条第三项之一第2目", "税法第三条第三项之一第二目"),
        ("税法第三条第(三)项第(1)目", "税法第三条第三项第一目"),
        ("民法典", "民法典"),
        ("《中华人民共和国刑法》", "刑法"),
        ("《最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）》第二条", LONG + "第二条"),
        ("最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释(1)第二条", LONG + "第二条"),
        ("婚姻家庭编解释（一）第九条", "婚姻家庭编解释（一）第九条"),
        ("Article 1079 of the Civil Code", "民法典第一千零七十九条"),
        ("Civil Code art. 1079(3)(2)", "民法典第一千零七十九条第三款第二项"),
        ("art. 1079, paragraph 3, item 2 of the PRC Civil Code", "民法典第一千零七十九条第三款第二项"),
        ("Article 133-1 of the Criminal Law of the People’s Republic of China", "刑法第一百三十三条之一"),
        ("labor contract law, article 38", "劳动合同法第三十八条"),
        ("Company Law", "公司法"),
    ],
)
def test_every_usual_writing_is_read(text: str, printed: str) -> None:
    assert str(parse(text)) == printed


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("第十条", "law's name before it"),
        ("你好", "a law's name"),
        ("民法典第一千条后面", "a law's name"),
        ("《民法典》后面", "in this order"),
        ("《红楼梦》", "a law's name"),
        ("《0》", "law's name"),
        ("《》第三条", "law's name"),
        ("《民法典》第一条第二项第三款", "in this order"),
        ("民法典第零条", "1 to 99999"),
        ("民法典第100000条", "1 to 99999"),
        ("民法典第十百条", "units must fall"),
        ("Article 5 of the Law of Nowhere", "a law's name"),
    ],
)
def test_what_is_no_reference_is_refused_with_the_text_and_the_rule(text: str, rule: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match=rule) as caught:
        parse(text)
    assert repr(text) in str(caught.value)


def test_a_very_long_text_is_quoted_in_part() -> None:
    with pytest.raises(ReferenceSyntaxError) as caught:
        parse("哈" * 100_000)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("text", "printed", "mark"),
    [("立法法第三条#2", "立法法第三条", 2), ("立法法第三条", "立法法第三条", 0), ("《立法法》#1", "立法法", 1)],
)
def test_a_wording_mark_is_returned_beside_the_reference(text: str, printed: str, mark: int) -> None:
    ref, found = parse_keyed(text)
    assert (str(ref), found) == (printed, mark)


def test_whole_article_drops_what_is_below_it() -> None:
    assert str(parse("刑法第133条之1第1款第2项").whole_article) == "刑法第一百三十三条之一"


def test_english_names_are_written_once() -> None:
    names = [name for names in english.table().values() for name in names]
    assert len(names) == len({name.lower() for name in names})
    assert len(english.table()) >= 60
