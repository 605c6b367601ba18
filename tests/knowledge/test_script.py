"""Traditional characters are read in simplified ones; simplified texts stay as they are."""

import subprocess
import sys

import pytest

from knowledge.question_bank import load_bank
from knowledge.search.lexicon.lay import lay_words
from knowledge.search.script import simplified


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("老闆拖欠我三個月薪水，還說我是自己走的", "老板拖欠我三个月薪水，还说我是自己走的"),
        ("對方不願意離婚，可以請求損害賠償嗎？", "对方不愿意离婚，可以请求损害赔偿吗？"),
        ("民法典第一千零七十九條", "民法典第一千零七十九条"),
        ("簡易程序還是普通程序？規範性文件呢", "简易程序还是普通程序？规范性文件呢"),  # not 进程, not 文档
        ("借著酒勁打人，還搶了著作權合約", "借着酒劲打人，还抢了著作权合约"),  # 著 is 着 or 著
        ("勞工處話老細剋扣人工", "劳工处话老细克扣人工"),
        ("佢哋唔肯畀錢，我點算好？", "佢哋唔肯畀钱，我点算好？"),  # Cantonese words stay
        ("衞生署説裏面冇證據", "卫生署说里面冇证据"),  # variants of Hong Kong
        ("乾洗店弄壞了衣服，瞭解一下怎麼賠", "干洗店弄坏了衣服，了解一下怎么赔"),
        ("幹部在里長辦公室後面打人，皇后也不行", "干部在里长办公室后面打人，皇后也不行"),
        ("头发被理髮店弄坏了", "头发被理发店弄坏了"),  # one traditional character is enough
        ("電話〔电话〕，郵箱〔邮箱〕", "电话〔电话〕，邮箱〔邮箱〕"),
    ],
)
def test_traditional_characters_are_read_in_simplified_ones(typed: str, read: str) -> None:
    assert simplified(typed) == read
    assert simplified(read) == read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "乾隆年间的乾县乾坤湾",
        "著作权归谁，著名商标显著吗",
        "里程碑和里程表",
        "村干部干涉婚姻，若干干货",
        "了解和瞭解，瞭望塔上瞭望",
        "慰藉狼藉",
        "影片、程序、文件、档案、软件",
        "王喆和陶镕打架😀，佢唔肯冇办法",
        "What about my deposit?",
        "於先生後来怎么说",  # 於 and 後 alone prove nothing
    ],
)
def test_a_text_without_traditional_characters_stays_as_it_is(text: str) -> None:
    assert simplified(text) == text


def test_the_banks_simplified_questions_and_the_lexicon_stay_as_they_are() -> None:
    changed = [question.text for question in load_bank() if simplified(question.text) != question.text]
    assert 100 < len(changed) < len(load_bank()) / 50
    assert all(simplified(simplified(text)) == simplified(text) for text in changed)
    assert [word.phrase for word in lay_words() if simplified(word.phrase) != word.phrase] == []


@pytest.mark.parametrize(("text", "opened"), [("房东不退押金怎么办😀", "False"), ("房東不退押金怎麼辦", "True")])
def test_the_tables_are_opened_at_the_first_text_that_needs_them(text: str, opened: str) -> None:
    code = f"import sys; from knowledge import simplified; simplified({text!r}); print('opencc' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == opened
