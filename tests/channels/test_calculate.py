"""`lawline calculate` as a person types it."""

import json

import pytest
from click.testing import CliRunner, Result

from assistant.calculators.registry import calculators
from channels.cli.main import main

TOLD = ["severance", "start=2021-03-01", "end=2024-08-31", "wage=8000"]


def typed(*words: str) -> Result:
    return CliRunner().invoke(main, ["calculate", *words])


def test_without_a_name_every_calculator_is_listed() -> None:
    done = typed()
    assert done.exit_code == 0
    assert [line.partition("：")[0] for line in done.stdout.splitlines()] == list(calculators())
    listed = json.loads(typed("--json").stdout)
    assert [one["calculator"] for one in listed] == list(calculators())


def test_without_facts_the_facts_are_explained() -> None:
    done = typed("severance")
    assert done.exit_code == 0
    assert "wage（money，元）：月平均工资" in done.stdout
    assert json.loads(typed("severance", "--json").stdout)["facts"][0]["id"] == "start"


def test_a_working_is_printed_line_by_line() -> None:
    done = typed(*TOLD)
    assert done.exit_code == 0
    assert "经济补偿：8000元 × 4个月 = 32000元" in done.stdout
    assert "依据：劳动合同法第四十七条第一款" in done.stdout


def test_a_working_is_printed_as_json() -> None:
    done = typed(*TOLD, "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["results"] == {"years": "4", "compensation": "32000.00"}


def test_what_is_wanted_is_asked_for_with_exit_code_3() -> None:
    done = typed("severance", "wage=8000")
    assert done.exit_code == 3
    assert "start：您是哪一天开始" in done.stdout
    wanting = json.loads(typed("severance", "wage=8000", "--json").stdout)["wanting"]
    assert [fact["id"] for fact in wanting] == ["start", "end"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nothing"], "'nothing' is no calculator (rule: one of severance,"),
        (["severance", "wage"], "'wage' is no fact (rule: id=value"),
        (["severance", "=8000"], "'=8000' is no fact (rule: id=value"),
        (["severance", "wage=1", "wage=2"], "wage is given twice"),
        (["severance", "colour=red"], "colour: 'red': 「经济补偿」没有这一项"),
        (["severance", "wage=viel"], "wage: 'viel': 「月平均工资」要写成数字"),
        (["severance", "wage=-1"], "「月平均工资」不能小于0元"),
        (["severance", "start=2021-03-01", "end=2021-02-28", "wage=1"], "end: '2021-02-28': 「最后工作日」不能早于"),
    ],
)
def test_a_broken_rule_is_named_with_exit_code_2(words: list[str], said: str) -> None:
    done = typed(*words)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())
    assert done.stdout == ""
