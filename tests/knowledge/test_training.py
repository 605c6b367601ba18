"""The encoder's recipe on a small invented world, each step checked by hand or by numbers."""

import json
from collections import Counter
from pathlib import Path

import click
import numpy as np
import pytest
from click.testing import CliRunner

from knowledge.adapters.jieba_words import JiebaWords
from knowledge.adapters.lightgbm_ranker import LightgbmRanker
from knowledge.adapters.sqlite_library import build
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.errors import DataError
from knowledge.question_bank import TIES, read_ties
from knowledge.statutes.likeness import sketch
from knowledge.statutes.reference import ArticleRef
from knowledge.training import contrast
from knowledge.training.bags import mean_rows, token_ids
from knowledge.training.cli import train
from knowledge.training.contrast import Pairs, Schedule, tune
from knowledge.training.cooccurrence import count_neighbours, positive_pmi, reduce_rank, weigh_rare
from knowledge.training.devices import learner_on
from knowledge.training.model_folder import export_float, write_small
from knowledge.training.partners import asked_pairs
from knowledge.training.recipe import Recipe, StaticModel, train_encoder
from knowledge.training.texts import Passage, Question, read_passages, read_questions
from knowledge.training.vocabulary import choose_words, make_tokenizer
from tests.knowledge.made_up_laws import LAWS

SUBJECTS = ["工资", "彩礼", "押金", "遗嘱", "工伤", "漏水", "赡养", "拆迁"]
SAID = ["薪水", "聘礼", "保证金", "遗书", "受伤", "渗水", "养老", "征收"]
PASSAGES = [
    Passage(f"试验法第{n}条", "试验法", f"{subject}应当依照本法处理，{subject}不得违法。")
    for n, subject in enumerate(SUBJECTS)
]
QUESTIONS = [
    Question(str(n), f"我的{said}怎么办", (f"试验法第{n}条",), f"您好，{said}就是{subject}。")
    for n, (said, subject) in enumerate(zip(SAID, SUBJECTS, strict=True))
]
SMALL = Recipe(vocabulary=200, dimension=16, rarest=1, schedule=Schedule(epochs=30, batch=8, rate=0.005))


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> JiebaWords:
    return JiebaWords(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def model(words: JiebaWords) -> StaticModel:
    return train_encoder(PASSAGES, QUESTIONS, [], words, SMALL, lambda _: None)


def test_what_was_asked_together_comes_near(model: StaticModel, tmp_path: Path) -> None:
    write_small(model, tmp_path)
    encoder = StaticEncoder(tmp_path)
    asked = encoder.encode([question.text for question in QUESTIONS])
    found = (asked @ encoder.encode([passage.whole for passage in PASSAGES]).T).argmax(axis=1)
    assert found.tolist() == list(range(len(QUESTIONS)))


def test_the_same_seed_gives_the_same_model(model: StaticModel, words: JiebaWords) -> None:
    again = train_encoder(PASSAGES, QUESTIONS, [], words, SMALL, lambda _: None)
    assert np.array_equal(again.vectors, model.vectors)
    assert again.tokenizer.to_str() == model.tokenizer.to_str()


def test_without_enough_pairs_the_first_vectors_stay(words: JiebaWords) -> None:
    said: list[str] = []
    untuned = train_encoder(PASSAGES, QUESTIONS[:1], [], words, SMALL, said.append)
    assert untuned.vectors.shape[1] == 16
    assert any("no fine-tuning" in line for line in said)


def test_the_float_model_gives_the_same_vectors(model: StaticModel, tmp_path: Path) -> None:
    write_small(model, tmp_path / "small")
    export_float(tmp_path / "small", tmp_path / "float")
    small, full = StaticEncoder(tmp_path / "small"), StaticEncoder(tmp_path / "float")
    assert full.encode(SAID) == pytest.approx(small.encode(SAID), abs=1e-6)
    assert json.loads((tmp_path / "float" / "modules.json").read_text())[0]["type"].endswith("StaticEmbedding")


def test_sentence_transformers_loads_the_export(model: StaticModel, tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers", reason="sentence-transformers is not installed (extra: neural)")
    from knowledge.adapters.sentence_encoder import SentenceEncoder

    write_small(model, tmp_path / "small")
    export_float(tmp_path / "small", tmp_path / "float")
    loaded = SentenceEncoder(str(tmp_path / "float")).encode(SAID)
    assert loaded == pytest.approx(StaticEncoder(tmp_path / "small").encode(SAID), abs=1e-5)


def test_int8_keeps_the_direction(model: StaticModel, tmp_path: Path) -> None:
    write_small(model, tmp_path)
    kept = StaticEncoder(tmp_path).vectors(np.arange(len(model.vectors)))
    lengths = np.linalg.norm(kept, axis=1) * np.linalg.norm(model.vectors, axis=1)
    cosines = (kept * model.vectors).sum(axis=1)[lengths > 0] / lengths[lengths > 0]
    assert cosines.min() > 0.999


def test_the_vocabulary_holds_every_character_and_the_frequent_words() -> None:
    chosen = choose_words(Counter({"工资": 9, "罕见": 1, "gdp": 9}), Counter({"薪水": 1}), 100, 5)
    assert chosen["工资"] == 9
    assert chosen["薪水"] == 10
    assert "罕见" not in chosen
    assert "罕" in chosen
    assert "g" not in chosen


def test_the_tokenizer_cuts_into_likely_words() -> None:
    tokenizer = make_tokenizer(Counter({"工资": 50, "工": 5, "资": 5, "拖欠": 20, "拖": 1, "欠": 1}))
    assert tokenizer.encode("拖欠，工资！").tokens == ["拖欠", "工资"]
    assert tokenizer.encode("").tokens == []


def test_neighbours_are_counted_within_the_window_and_the_text() -> None:
    counts = count_neighbours([np.array([1, 2, 3], np.int32), np.array([1], np.int32)], 4, 2).toarray()
    assert counts[1, 2] == counts[2, 1] == 1.0
    assert counts[1, 3] == 0.5  # two apart in a window of two
    assert counts[3, 1] == 0.5  # and the 1 of the next text is no neighbour


def test_information_is_positive_for_what_attracts() -> None:
    ids = [np.array(pair, np.int32) for pair in [(0, 1)] * 9 + [(2, 3)] * 9 + [(0, 3)]]
    information = positive_pmi(count_neighbours(ids, 4, 1)).toarray()
    assert information[0, 1] > 0
    assert information[0, 3] == 0
    assert (information >= 0).all()


def test_reduction_keeps_what_it_can() -> None:
    from scipy.sparse import csr_array

    symmetric = np.diag([4.0, 3.0, 0.0, 0.0]).astype(np.float32)
    vectors = reduce_rank(csr_array(symmetric), 2, seed=1)
    assert vectors @ vectors.T == pytest.approx(symmetric, abs=1e-4)


def test_rare_words_weigh_more() -> None:
    weighed = weigh_rare(np.ones((2, 3), np.float32), np.array([9_999.0, 1.0]))
    assert np.linalg.norm(weighed[1]) > 100 * np.linalg.norm(weighed[0])


def test_the_gradient_is_that_of_the_loss() -> None:
    random = np.random.default_rng(3)
    rows = [mean_rows([random.integers(0, 9, 4).astype(np.int32) for _ in range(5)], 9) for _ in range(2)]
    pairs = Pairs(rows[0], rows[1], np.array([0, 1, 2, 2, 3]), passages=rows[1])
    batch = contrast._draw(pairs, np.arange(5), 3, random)
    vectors = random.standard_normal((9, 3))
    _, gradient = contrast._contrast(vectors, batch, 0.5)
    for token, part in [(0, 0), (3, 2), (8, 1)]:
        moved = vectors.copy()
        moved[token, part] += 1e-4
        back = vectors.copy()
        back[token, part] -= 1e-4
        slope = contrast._contrast(moved, batch, 0.5)[0] - contrast._contrast(back, batch, 0.5)[0]
        assert gradient[token, part] == pytest.approx(slope / 2e-4, abs=1e-3)


def test_tuning_lowers_the_loss() -> None:
    tokenizer = make_tokenizer(Counter(dict.fromkeys([*SUBJECTS, *SAID], 5)))
    size = tokenizer.get_vocab_size()
    left, right = (mean_rows(token_ids(texts, tokenizer), size) for texts in (SAID, SUBJECTS))
    pairs = Pairs(left, right, np.arange(len(SAID)), right)
    losses: list[float] = []
    start = np.random.default_rng(1).standard_normal((size, 8)).astype(np.float32)
    tune(start, pairs, Schedule(epochs=20, batch=8, rate=0.1), lambda _, loss: losses.append(loss))
    assert losses[-1] < losses[0] / 2


def test_pytorch_moves_the_vectors_as_numpy_does() -> None:
    pytest.importorskip("torch")
    from knowledge.training.torch_learner import TorchLearner

    random = np.random.default_rng(5)
    rows = [mean_rows([random.integers(0, 30, 6).astype(np.int32) for _ in range(24)], 30) for _ in range(2)]
    pairs = Pairs(rows[0], rows[1], random.integers(0, 12, 24), passages=rows[1])
    start = random.standard_normal((30, 8)).astype(np.float32)
    schedule = Schedule(epochs=3, batch=8, others=10, rate=0.01)
    moved: list[tuple[np.ndarray, list[float]]] = []
    for learner in (None, lambda vectors: TorchLearner(vectors, "cpu")):
        losses: list[float] = []
        moved.append((tune(start, pairs, schedule, lambda _, loss, to=losses: to.append(loss), learner), losses))
    assert moved[0][1] == pytest.approx(moved[1][1], abs=1e-4)
    assert moved[0][0] == pytest.approx(moved[1][0], abs=1e-3)


def test_a_device_that_is_not_there_is_named() -> None:
    pytest.importorskip("torch")
    import torch

    if torch.cuda.is_available():
        assert learner_on("cuda", lambda _: None) is not None
    else:
        with pytest.raises(click.ClickException, match="--device cuda needs a GPU"):
            learner_on("cuda", lambda _: None)
    assert learner_on("numpy", lambda _: None) is None


def test_pairs_join_questions_answers_and_passages() -> None:
    pairs = list(asked_pairs(QUESTIONS[:1], {passage.key: passage for passage in PASSAGES}))
    assert [(left[:2], key) for left, _, key in pairs] == [
        ("我的", "试验法第0条"),
        ("您好", "试验法第0条"),
        ("我的", "answer 0"),
    ]


def write_data(folder: Path) -> list[str]:
    (folder / "asked").mkdir()
    lines = [json.dumps({"id": passage.key, "text": passage.text}, ensure_ascii=False) for passage in PASSAGES]
    (folder / "law.jsonl").write_text("\n".join(lines), "utf-8")
    queries = "\n".join(f"{question.id}\t{question.text}" for question in QUESTIONS)
    (folder / "asked" / "queries.tsv").write_text(queries, "utf-8")
    gold = "\n".join(f"{question.id}\t{question.gold[0]}\t1" for question in QUESTIONS)
    (folder / "asked" / "qrels.tsv").write_text(gold, "utf-8")
    return [
        "--statutes",
        str(folder / "law.jsonl"),
        "--questions",
        str(folder / "asked"),
        "--out",
        str(folder / "model"),
    ]


def test_files_are_read_as_they_were_meant(tmp_path: Path) -> None:
    write_data(tmp_path)
    assert read_passages(tmp_path / "law.jsonl")[0] == Passage("试验法第0条", "试验法", PASSAGES[0].text)
    assert read_questions(tmp_path / "asked")[1].gold == ("试验法第1条",)


@pytest.mark.parametrize(("text", "rule"), [("{", ":1: not a JSON object"), ('{"id": "a"}', "needs id and text")])
def test_a_broken_line_is_named(tmp_path: Path, text: str, rule: str) -> None:
    (tmp_path / "law.jsonl").write_text(text)
    with pytest.raises(DataError, match=rule):
        read_passages(tmp_path / "law.jsonl")


def test_a_row_with_other_columns_is_named(tmp_path: Path) -> None:
    (tmp_path / "qrels.tsv").write_text("1\ta\t1\n2\tb\n")
    with pytest.raises(DataError, match=r"qrels\.tsv:2: 3 columns expected, 2 found"):
        read_questions(tmp_path)


def test_the_commands_train_and_export(tmp_path: Path) -> None:
    asked = ["encoder", *write_data(tmp_path), "--dimension", "16"]
    result = CliRunner().invoke(train, asked)
    assert result.exit_code == 0, result.output
    assert "seed 20260101" in (tmp_path / "model" / "README.md").read_text("utf-8")
    result = CliRunner().invoke(train, ["export", str(tmp_path / "model"), str(tmp_path / "float")])
    assert result.exit_code == 0, result.output
    assert StaticEncoder(tmp_path / "float").dimension == 16


def test_a_wrong_folder_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = CliRunner().invoke(train, ["export", str(tmp_path / "empty"), str(tmp_path / "float")])
    assert result.exit_code == 1
    assert "is not a static model" in result.output
    assert CliRunner().invoke(train, ["encoder"]).exit_code == 2


def test_the_command_trains_a_ranker(tmp_path: Path) -> None:
    asked = [value if value != str(tmp_path / "model") else str(tmp_path / "ranker") for value in write_data(tmp_path)]
    result = CliRunner().invoke(train, ["ranker", *asked])
    assert result.exit_code == 0, result.output
    assert "part 5 of 5" in result.output
    assert LightgbmRanker(tmp_path / "ranker").prior == {"试验法": 1.0}


def test_the_command_ties_a_bank_to_a_library(tmp_path: Path) -> None:
    build(tmp_path / "library.sqlite", LAWS.values())
    row = '- law: 船舶法\n  checked: {}\n  corpus: 2026-07-17\n  articles:\n    "2":\n      - 我那条大船要不要登记\n'
    bank = tmp_path / "bank"
    bank.mkdir()
    asked = ["ties", "--library", str(tmp_path / "library.sqlite"), "--questions", str(bank)]
    (bank / "a.yaml").write_text(row.format("2011-01-01"), "utf-8")
    assert "1 articles tied" in CliRunner().invoke(train, asked).output
    (made,) = read_ties(bank / TIES)
    assert (made.ref, made.sketch) == (ArticleRef("船舶法", 2), sketch("大船登记。"))
    (bank / "a.yaml").write_text(row.format("1900-01-01"), "utf-8")
    refused = CliRunner().invoke(train, asked)
    assert refused.exit_code == 1
    assert "我那条大船要不要登记" in refused.output
