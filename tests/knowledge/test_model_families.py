"""Prompts of published models, by name; and how encoders and rerankers use them."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.adapters.causal_reranker import CausalReranker, give_template, render
from knowledge.adapters.model_families import family_of
from knowledge.adapters.neural_models import ModelName
from knowledge.adapters.sentence_encoder import Prompts, SentenceEncoder
from knowledge.errors import BadSetting
from tests.knowledge.tiny_models import tiny_tokenizer, write_bert, write_qwen

TEXTS = ["公司拖欠工资", "彩礼返还怎么办"]


@pytest.mark.parametrize(
    ("name", "question", "passage"),
    [
        ("BAAI/bge-large-zh-v1.5", "为这个句子生成表示以用于检索相关文章：", ""),
        ("/models/bge-base-zh", "为这个句子生成表示以用于检索相关文章：", ""),
        ("BAAI/bge-m3", "", ""),
        ("intfloat/multilingual-e5-base", "query: ", "passage: "),
    ],
)
def test_a_published_encoder_gets_its_prompts(name: str, question: str, passage: str) -> None:
    family = family_of(name)
    assert family
    assert (family.question, family.passage) == (question, passage)


def test_qwen_embedding_is_told_its_task() -> None:
    family = family_of("Qwen/Qwen3-Embedding-0.6B")
    assert family
    assert family.question.startswith("Instruct: ")
    assert family.question.endswith("\nQuery:")


@pytest.mark.parametrize("name", ["law-encoder", "BAAI/bge-large-en-v1.5", "Qwen/Qwen3-4B", ""])
def test_another_name_has_no_family(name: str) -> None:
    assert family_of(name) is None


def test_qwen_reranker_reads_the_frame_that_it_was_trained_in() -> None:
    pytest.importorskip("transformers", reason="transformers is not installed (extra: neural)")
    tokenizer = tiny_tokenizer(pairs=False)
    give_template(tokenizer, ModelName("Qwen/Qwen3-Reranker-4B", "LAWLINE_RERANKER"))
    shown = render(tokenizer, "欠薪{{怎么办}}", "法\n第一条")
    assert shown.startswith("<|im_start|>system\nJudge whether the Document meets the requirements")
    assert "<|im_end|>\n<|im_start|>user\n<Instruct>: " in shown
    assert "\n<Query>: 欠薪{{怎么办}}\n<Document>: 法\n第一条<|im_end|>" in shown
    assert shown.endswith("<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n")


@pytest.fixture(scope="module")
def bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence encoder that says in its settings what it puts before questions."""
    sentence_transformers = pytest.importorskip(
        "sentence_transformers", reason="sentence-transformers is not installed (extra: neural)"
    )
    room = tmp_path_factory.mktemp("models")
    modules = sentence_transformers.sentence_transformer.modules
    transformer = modules.Transformer(str(write_bert(room / "plain", classifier=False)))
    pooling = modules.Pooling(transformer.get_embedding_dimension())
    model = sentence_transformers.SentenceTransformer(
        modules=[transformer, pooling], prompts={"query": "法：", "document": ""}, device="cpu"
    )
    model.save(str(room / "tiny-encoder"))
    return room / "tiny-encoder"


def test_a_model_of_no_family_goes_by_its_own_settings(bert: Path) -> None:
    encoder = SentenceEncoder(str(bert))
    prompted = encoder.encode(["法：" + text for text in TEXTS])
    assert encoder.encode_questions(TEXTS) == pytest.approx(prompted, abs=1e-5)
    assert np.abs(encoder.encode(TEXTS) - prompted).max() > 0.001


def test_prompts_that_are_given_hold_above_all(bert: Path) -> None:
    encoder = SentenceEncoder(str(bert), prompts=Prompts(question="", passage="条"))
    plain = SentenceEncoder(str(bert))
    assert encoder.encode_questions(TEXTS) == pytest.approx(plain.encode(TEXTS), abs=1e-5)
    assert encoder.encode(TEXTS) == pytest.approx(plain.encode(["条" + text for text in TEXTS]), abs=1e-5)
    assert encoder.name != plain.name


def test_rows_have_unit_length_and_do_not_depend_on_the_batch(bert: Path) -> None:
    rows = SentenceEncoder(str(bert), batch=1).encode_questions([*TEXTS, "押金"])
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert rows == pytest.approx(SentenceEncoder(str(bert)).encode_questions([*TEXTS, "押金"]), abs=1e-5)


def test_a_longest_length_cuts(bert: Path) -> None:
    short = SentenceEncoder(str(bert), longest=8).encode(["公司拖欠工资怎么办", "公司拖欠工资不退"])
    assert short[0] == pytest.approx(short[1], abs=1e-5)


def test_an_encoder_that_is_not_there_is_named_with_its_setting(bert: Path, tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=rf"LAWLINE_ENCODER: the model '{tmp_path}' cannot be loaded"):
        SentenceEncoder(str(tmp_path)).encode(TEXTS)


def test_a_family_gives_its_template_to_a_model_of_that_name(bert: Path, tmp_path: Path) -> None:
    folder = write_qwen(tmp_path / "Qwen3-Reranker-tiny", template="")
    with pytest.raises(BadSetting, match=r"asks in \d+ tokens"):  # the frame is there, and too long for 64 places
        CausalReranker(str(folder)).warm_up()
