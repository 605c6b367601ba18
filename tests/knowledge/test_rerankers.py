"""One contract for every adapter of the Reranker port, on tiny models; what each says of a model that will not do."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from knowledge.adapters.causal_reranker import CausalReranker
from knowledge.adapters.cross_encoder_reranker import CrossEncoderReranker
from knowledge.adapters.rerankers import open_reranker
from knowledge.errors import BadSetting
from knowledge.search.reranker import Reranker
from tests.knowledge.tiny_models import one_thread, write_bert, write_qwen

QUESTION = "公司拖欠工资怎么办"
TEXTS = ["用人单位应当及时足额支付劳动报酬", "彩礼返还", "押金不退", "遗嘱无效。", "房屋漏水", "支付工资", ""]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    pytest.importorskip("sentence_transformers", reason="sentence-transformers is not installed (extra: neural)")
    room = tmp_path_factory.mktemp("models")
    with one_thread():
        yield {"classifier": write_bert(room / "tiny-bert"), "causal": write_qwen(room / "tiny-qwen")}


@pytest.fixture(params=["classifier", "causal"])
def folder(request: pytest.FixtureRequest, folders: dict[str, Path]) -> Path:
    return folders[request.param]


def opened(folder: Path, batch: int) -> Reranker:
    kind = CausalReranker if "qwen" in folder.name else CrossEncoderReranker
    return kind(str(folder), batch=batch)


@pytest.fixture
def reranker(folder: Path) -> Reranker:
    return open_reranker(str(folder))


def test_every_text_gets_a_finite_score_and_texts_are_told_apart(reranker: Reranker) -> None:
    scores = reranker.scores(QUESTION, TEXTS)
    assert scores.shape == (len(TEXTS),)
    assert scores.dtype == np.float32
    assert np.isfinite(scores).all()
    assert np.ptp(scores) > 0.01


def test_scores_follow_their_texts_into_another_order(reranker: Reranker) -> None:
    scores = reranker.scores(QUESTION, TEXTS)
    assert reranker.scores(QUESTION, TEXTS[::-1])[::-1] == pytest.approx(scores, abs=1e-4)


@pytest.mark.parametrize("batch", [1, 2, 3])
def test_scores_do_not_depend_on_how_texts_are_batched(batch: int, folder: Path) -> None:
    together = opened(folder, len(TEXTS)).scores(QUESTION, TEXTS)
    assert opened(folder, batch).scores(QUESTION, TEXTS) == pytest.approx(together, abs=1e-4)


def test_the_same_call_gives_the_same_scores(reranker: Reranker) -> None:
    assert np.array_equal(reranker.scores(QUESTION, TEXTS), reranker.scores(QUESTION, TEXTS))


def test_the_question_counts(reranker: Reranker) -> None:
    assert np.abs(reranker.scores(QUESTION, TEXTS) - reranker.scores("彩礼返还怎么办", TEXTS)).max() > 0.001


def test_no_texts_give_no_scores(reranker: Reranker) -> None:
    assert reranker.scores(QUESTION, []).shape == (0,)


def test_a_long_text_is_cut_at_its_end(reranker: Reranker) -> None:
    long = "用人单位应当及时足额支付劳动报酬" * 200
    cut = reranker.scores(QUESTION, [long, long + "彩礼返还"])
    assert np.isfinite(cut).all()
    assert cut[0] == pytest.approx(cut[1], abs=1e-5)


def test_a_long_question_leaves_room_for_the_text(reranker: Reranker) -> None:
    scores = reranker.scores(QUESTION * 200, TEXTS)
    assert np.isfinite(scores).all()
    assert np.ptp(scores) > 0.001


def test_a_folder_is_loaded_without_the_network(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert len(opened(folder, 8).scores(QUESTION, TEXTS)) == len(TEXTS)


def test_the_name_stands_for_the_content(folders: dict[str, Path], tmp_path: Path) -> None:
    names = {opened(folder, 8).name for folder in folders.values()}
    assert len(names) == 2
    assert CrossEncoderReranker(str(write_bert(tmp_path / "tiny-bert"))).name in names
    assert CrossEncoderReranker(str(write_bert(tmp_path / "tiny-bert", labels=2))).name not in names


@pytest.mark.parametrize("kind", [CausalReranker, CrossEncoderReranker])
def test_without_the_library_the_error_says_what_to_install(
    kind: type[CausalReranker | CrossEncoderReranker], monkeypatch: pytest.MonkeyPatch
) -> None:
    for library in ("transformers", "sentence_transformers"):
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(BadSetting, match=r"LAWLINE_RERANKER: the model 'any' needs .*pip install 'lawline\[neural\]'"):
        kind("any").scores(QUESTION, TEXTS)


@pytest.mark.parametrize("kind", [CausalReranker, CrossEncoderReranker, open_reranker])
def test_an_empty_folder_is_named_with_its_setting(
    kind: type[CausalReranker], folders: dict[str, Path], tmp_path: Path
) -> None:
    with pytest.raises(BadSetting, match=rf"--reranker: the model '{tmp_path}' cannot be loaded \(rule: .*folder"):
        kind(str(tmp_path), setting="--reranker").scores(QUESTION, TEXTS)


def test_a_model_without_a_head_is_refused_before_it_makes_one_up(folders: dict[str, Path], tmp_path: Path) -> None:
    headless = write_bert(tmp_path / "headless", classifier=False)
    with pytest.raises(BadSetting, match="is no reranker: BertModel"):
        CrossEncoderReranker(str(headless)).warm_up()


def test_a_classifier_of_several_labels_is_refused(folders: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"gives 3 scores a pair \(rule: one\)"):
        CrossEncoderReranker(str(write_bert(tmp_path / "three", labels=3))).warm_up()


@pytest.mark.parametrize(
    ("template", "flaw"),
    [
        ("", "there is none"),
        ("{% for m in messages if m.role == 'user' %}{{ m.content }}{% endfor %}", "leaves out"),
        ("{{ raise_exception('users and assistants only') }}", "users and assistants only"),
    ],
)
def test_a_language_model_without_a_template_for_pairs_is_refused(
    template: str, flaw: str, folders: dict[str, Path], tmp_path: Path
) -> None:
    with pytest.raises(BadSetting, match=f"no chat template for a question and a text .*{flaw}"):
        CausalReranker(str(write_qwen(tmp_path / "chat", template))).warm_up()


def test_a_prompt_that_leaves_no_room_is_refused_with_the_numbers(folders: dict[str, Path]) -> None:
    with pytest.raises(BadSetting, match=r"asks in \d+ tokens \(rule: fewer than half of the 16"):
        CausalReranker(str(folders["causal"]), longest=16).warm_up()


def test_sentence_transformers_gives_a_language_model_the_same_scores(folders: dict[str, Path]) -> None:
    from sentence_transformers import CrossEncoder

    theirs = CrossEncoder(str(folders["causal"]), device="cpu", local_files_only=True).predict(
        [(QUESTION, text) for text in TEXTS], activation_fn=lambda logits: logits
    )
    assert CausalReranker(str(folders["causal"])).scores(QUESTION, TEXTS) == pytest.approx(theirs, abs=1e-4)
