"""Two steps of fine-tuning on tiny models and a made-up law: what comes out loads wherever it must."""

import json
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from knowledge.adapters.neural_models import ModelName
from knowledge.adapters.rerankers import open_reranker
from knowledge.adapters.sentence_encoder import SentenceEncoder
from knowledge.errors import BadSetting, DataError, FolderUnusable
from knowledge.question_bank import BankQuestion, Tie
from knowledge.search.asked import Bank
from knowledge.statutes.likeness import sketch
from knowledge.statutes.reference import ArticleRef
from knowledge.training import neural_cli
from knowledge.training.bank_questions import bank_questions
from knowledge.training.dense import train_dense
from knowledge.training.fine_tuning import Course, Plan
from knowledge.training.negatives import Lesson, Mining, draw_negatives, make_lessons
from knowledge.training.reranker import train_reranker
from knowledge.training.texts import Passage, Question
from tests.knowledge.tiny_models import one_thread, write_bert, write_qwen

# peft 0.21, the newest there is, asks transformers 5.24 by a name that it has just given up.
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")

SUBJECTS = ["工资", "彩礼", "押金", "遗嘱", "劳动", "漏水", "报酬", "房屋"]
PASSAGES = [Passage(f"试验法第{n}条", "试验法", f"{subject}应当依照本法处理。") for n, subject in enumerate(SUBJECTS)]
LESSONS = [
    Lesson(f"我的{subject}怎么办", (PASSAGES[n].whole,), (PASSAGES[n - 1].whole, PASSAGES[n - 2].whole))
    for n, subject in enumerate(SUBJECTS)
]
SHORT = Plan(steps=2, batch=4, small=2, longest=48, save_every=1, rate=1e-3)
ASKED = "我的工资怎么办"
TEXTS = [passage.whole for passage in PASSAGES]


# ---- negatives


def test_negatives_are_near_and_neither_gold_nor_its_twin() -> None:
    held = np.array([[1, 0], [0.99, 0.14], [0.8, 0.6], [0.6, 0.8], [0, 1]], np.float32)
    drawn = draw_negatives(held[:1], held, [[0]], Mining(count=2, depth=2))
    assert sorted(drawn[0]) == [2, 3]  # row 1 is a twin of the answer, row 4 is further away


def test_the_seed_decides_which_negatives_are_drawn() -> None:
    held = np.eye(40, dtype=np.float32)
    draws = [draw_negatives(held[:3], held, [[0], [1], [2]], Mining(count=5, seed=seed)) for seed in (1, 1, 2)]
    assert draws[0] == draws[1] != draws[2]
    assert all(row not in drawn for row, drawn in enumerate(draws[0]))


def test_every_question_keeps_its_own_answers_across_blocks() -> None:
    held = np.eye(8, dtype=np.float32)
    rows = [n % 8 for n in range(600)]
    drawn = draw_negatives(held[rows], held, [[row] for row in rows], Mining(count=7))
    assert all(sorted([row, *wrong]) == list(range(8)) for row, wrong in zip(rows, drawn, strict=True))


def test_too_few_passages_are_refused_with_the_numbers() -> None:
    with pytest.raises(DataError, match="2 passages to draw 5 negatives from"):
        draw_negatives(np.eye(3, dtype=np.float32)[:1], np.eye(3, dtype=np.float32), [[0]], Mining(count=5))


def test_a_lesson_holds_whole_texts_and_questions_without_an_answer_give_none() -> None:
    questions = [Question("1", "没有答案", ("别法第1条",)), Question("2", "我的彩礼", ("试验法第1条", "别法第1条"))]
    held = np.eye(len(PASSAGES), dtype=np.float32)
    lessons = make_lessons(questions, PASSAGES, held[:2], held, Mining(count=3))
    assert [(lesson.question, lesson.right) for lesson in lessons] == [
        ("我的彩礼", ("试验法\n彩礼应当依照本法处理。",))
    ]
    assert len(lessons[0].wrong) == 3
    with pytest.raises(DataError, match="no question has an answer"):
        make_lessons(questions[:1], PASSAGES, held[:1], held, Mining(count=3))


def test_questions_of_the_bank_follow_their_text() -> None:
    today = date(2026, 1, 1)
    refs = (ArticleRef("试验法", 91), ArticleRef("试验法", 92))  # other numbers than here, the same texts
    ties = [Tie(ref, today, sketch(PASSAGES[n].text)) for ref, n in zip(refs, (1, 3), strict=True)]
    bank = Bank(
        [BankQuestion("聘礼要回来", refs[:1], today, today), BankQuestion("两样都问", refs, today, today)], ties
    )
    found = {question.text: question.gold for question in bank_questions(bank, PASSAGES)}
    assert found == {"聘礼要回来": ("试验法第1条",), "两样都问": ("试验法第1条", "试验法第3条")}


# ---- training


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    for library in ("sentence_transformers", "datasets", "accelerate", "peft"):
        pytest.importorskip(library, reason=f"{library} is not installed (extra: train)")
    room = tmp_path_factory.mktemp("bases")
    models = {
        "headless": write_bert(room / "tiny-plain", classifier=False),
        "classifier": write_bert(room / "tiny-bert"),
        "causal": write_qwen(room / "tiny-qwen"),
    }
    with one_thread():
        yield models


def course(base: Path, out: Path, plan: Plan = SHORT, resume: bool = False) -> Course:
    return Course(ModelName(str(base), "--base"), LESSONS, plan, out, resume)


def quiet(_: str) -> None:
    """Says nothing."""


@pytest.mark.parametrize(
    ("kind", "plan"),
    [
        ("headless", SHORT),
        ("classifier", SHORT),
        ("causal", SHORT),
        ("classifier", Plan(steps=2, batch=4, longest=48, save_every=1, rate=1e-2, lora=4)),
        ("causal", Plan(steps=2, batch=4, longest=48, save_every=1, rate=1e-2, lora=4, frugal=True)),
    ],
    ids=["headless", "classifier", "causal", "classifier-lora", "causal-lora"],
)
def test_a_trained_reranker_loads_in_the_adapter_and_in_sentence_transformers(
    kind: str, plan: Plan, bases: dict[str, Path], tmp_path: Path
) -> None:
    from sentence_transformers import CrossEncoder

    said: list[str] = []
    train_reranker(course(bases[kind], tmp_path / "out", plan), said.append)
    ours = open_reranker(str(tmp_path / "out")).scores(ASKED, TEXTS)
    plain = CrossEncoder(str(tmp_path / "out"), device="cpu", local_files_only=True)
    theirs = plain.predict([(ASKED, text) for text in TEXTS], activation_fn=lambda logits: logits)
    assert ours == pytest.approx(theirs, abs=1e-4)
    if kind != "headless":
        assert np.abs(ours - open_reranker(str(bases[kind])).scores(ASKED, TEXTS)).max() > 1e-4  # it has learnt
    assert not list((tmp_path / "out").glob("adapter*"))
    assert any("step 2 of 2, loss" in line for line in said)


@pytest.mark.parametrize(
    "template", ["", "{% for m in messages if m.content is string %}{{ m.content }}{% endfor %}"], ids=["none", "chat"]
)
def test_a_published_reranker_is_trained_in_the_frame_of_its_family(
    template: str, bases: dict[str, Path], tmp_path: Path
) -> None:
    from sentence_transformers import CrossEncoder

    base = write_qwen(tmp_path / "Qwen3-Reranker-tiny", template, places=512)
    train_reranker(course(base, tmp_path / "out", Plan(steps=1, batch=2, longest=512)), quiet)
    assert "<Instruct>" in (tmp_path / "out" / "chat_template.jinja").read_text("utf-8")
    plain = CrossEncoder(str(tmp_path / "out"), device="cpu", local_files_only=True)
    theirs = plain.predict([(ASKED, text) for text in TEXTS], activation_fn=lambda logits: logits)
    assert open_reranker(str(tmp_path / "out")).scores(ASKED, TEXTS) == pytest.approx(theirs, abs=1e-4)


def test_the_curve_and_the_record_lie_beside_the_model(bases: dict[str, Path], tmp_path: Path) -> None:
    train_reranker(course(bases["classifier"], tmp_path / "out"), quiet)
    curve = [json.loads(line) for line in (tmp_path / "out" / "curve.jsonl").read_text().splitlines()]
    assert [line["step"] for line in curve if "loss" in line] == [1, 2]
    record = json.loads((tmp_path / "out" / "training.json").read_text())
    assert record["base"] == str(bases["classifier"])
    assert (record["seed"], record["steps"], record["lessons"]) == (SHORT.seed, 2, 8)


def trained(base: Path, out: Path, seed: int) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    train_reranker(course(base, out, Plan(steps=2, batch=4, longest=48, seed=seed)), quiet)
    return open_reranker(str(out)).scores(ASKED, TEXTS)


def test_the_same_seed_gives_the_same_reranker(bases: dict[str, Path], tmp_path: Path) -> None:
    runs = (("a", 1), ("b", 1), ("c", 2))
    first, again, other = (trained(bases["headless"], tmp_path / name, seed) for name, seed in runs)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("lora", [0, 4])
def test_a_run_that_was_cut_off_goes_on_to_the_same_end(lora: int, bases: dict[str, Path], tmp_path: Path) -> None:
    plan = Plan(steps=4, batch=4, longest=48, save_every=2, rate=1e-2, lora=lora)  # the first step only warms up
    whole, cut = (
        course(bases["causal"], tmp_path / "whole", plan),
        course(bases["causal"], tmp_path / "cut", plan, True),
    )
    train_reranker(whole, quiet)
    shutil.copytree(whole.checkpoints, cut.checkpoints, ignore=shutil.ignore_patterns("checkpoint-4"))
    said: list[str] = []
    train_reranker(cut, said.append)
    assert any("on from checkpoint-2" in line for line in said)
    ends = [open_reranker(str(run.out)).scores(ASKED, TEXTS) for run in (whole, cut)]
    assert ends[1] == pytest.approx(ends[0], abs=1e-5)


def test_an_earlier_run_is_not_overwritten_nor_taken_for_another(bases: dict[str, Path], tmp_path: Path) -> None:
    train_reranker(course(bases["classifier"], tmp_path / "out"), quiet)
    with pytest.raises(FolderUnusable, match=r"holds an earlier run: go on with --resume"):
        train_reranker(course(bases["classifier"], tmp_path / "out"), quiet)
    with pytest.raises(FolderUnusable, match="another base, plan or data"):
        train_reranker(course(bases["classifier"], tmp_path / "out", Plan(steps=3), resume=True), quiet)


@pytest.mark.parametrize(("kind", "lora"), [("headless", 0), ("causal", 0), ("headless", 4), ("causal", 4)])
def test_a_trained_encoder_loads_in_the_adapter_and_in_sentence_transformers(
    kind: str, lora: int, bases: dict[str, Path], tmp_path: Path
) -> None:
    from sentence_transformers import SentenceTransformer

    plan = Plan(steps=2, batch=4, small=2, longest=48, save_every=1, rate=1e-2, lora=lora, frugal=bool(lora))
    train_dense(course(bases[kind], tmp_path / "out", plan), quiet)
    rows = SentenceEncoder(str(tmp_path / "out")).encode(TEXTS)
    plain = SentenceTransformer(str(tmp_path / "out"), device="cpu", local_files_only=True)
    assert rows == pytest.approx(plain.encode(TEXTS, normalize_embeddings=True), abs=1e-5)
    base = SentenceTransformer(str(bases[kind]), device="cpu", local_files_only=True)
    assert np.abs(rows - base.encode(TEXTS, normalize_embeddings=True)).max() > 1e-4


def test_the_prompts_of_the_family_are_trained_with_and_kept(bases: dict[str, Path], tmp_path: Path) -> None:
    base = shutil.copytree(bases["headless"], tmp_path / "bge-tiny-zh")
    train_dense(course(base, tmp_path / "law-encoder"), quiet)
    encoder = SentenceEncoder(str(tmp_path / "law-encoder"))
    asked = encoder.encode([f"为这个句子生成表示以用于检索相关文章：{ASKED}"])
    assert encoder.encode_questions([ASKED]) == pytest.approx(asked, abs=1e-5)


def test_lora_wants_a_reranker_to_start_from(bases: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"--base: the model '.*tiny-plain' has no head \(rule: LoRA"):
        train_reranker(course(bases["headless"], tmp_path / "out", Plan(lora=4)), quiet)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "datasets", None)
    for train in (train_reranker, train_dense):
        with pytest.raises(BadSetting, match=r"--base: .*pip install 'lawline\[train\]'"):
            train(course(tmp_path, tmp_path / "out"), quiet)


# ---- commands


def data(folder: Path) -> list[str]:
    """The options that name the made-up statutes and questions."""
    rows = [{"id": passage.key, "title": passage.title, "text": passage.text} for passage in PASSAGES]
    (folder / "law.jsonl").write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    (folder / "queries.tsv").write_text("".join(f"{n}\t我的{s}怎么办\n" for n, s in enumerate(SUBJECTS)), "utf-8")
    (folder / "qrels.tsv").write_text("".join(f"{n}\t试验法第{n}条\t1\n" for n in range(len(SUBJECTS))), "utf-8")
    return ["--statutes", str(folder / "law.jsonl"), "--questions", str(folder)]


@pytest.mark.parametrize(("name", "kind"), [("reranker", "causal"), ("dense", "headless")])
def test_the_commands_train_and_say_so(name: str, kind: str, bases: dict[str, Path], tmp_path: Path) -> None:
    options = [*data(tmp_path), "--base", str(bases[kind]), "--out", str(tmp_path / "out")]
    sizes = ["--steps", "2", "--batch", "4", "--negatives", "2", "--longest", "48"]
    result = CliRunner().invoke(getattr(neural_cli, name), [*options, *sizes])
    assert result.exit_code == 0, result.output
    assert "8 questions, 2 hard negatives each" in result.output
    assert (tmp_path / "out" / "model.safetensors").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [([], "--questions, --bank, or both"), (["--questions", "."], "--base: the model '.' cannot be loaded")],
)
def test_a_command_that_cannot_train_says_why(
    arguments: list[str], said: str, bases: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statutes = data(tmp_path)[:2]
    monkeypatch.chdir(tmp_path)
    options = [*statutes, *arguments, "--base", ".", "--out", "out", "--negatives", "2"]
    result = CliRunner().invoke(neural_cli.reranker, options)
    assert result.exit_code == 1
    assert said in result.output
