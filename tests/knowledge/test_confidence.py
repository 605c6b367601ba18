from datetime import date
from pathlib import Path

import pytest

from knowledge.adapters.jieba_words import JiebaWords
from knowledge.adapters.rank_bm25_index import RankBm25Index
from knowledge.search.calibrations import SHIPPED_ENCODER, WORDS_ONLY
from knowledge.search.confidence import Calibration, Signals, read_signals
from knowledge.search.model import Document, Kind, Passage, Query
from knowledge.statutes.model import NATION

ASKED = Query("请问彩礼怎么返还", date(2024, 1, 1))


@pytest.fixture
def words(tmp_path: Path) -> JiebaWords:
    return JiebaWords(tmp_path)


@pytest.fixture
def index(words: JiebaWords) -> RankBm25Index:
    index = RankBm25Index(words)
    index.update(
        Document(f"{n}", Kind.GUIDE, "", text, NATION, None, 1, 10**6) for n, text in enumerate(["彩礼", "工资"])
    )
    return index


def passage(text: str, *found_by: str, similarity: float = 0.0) -> Passage:
    return Passage(
        text, Kind.GUIDE, "", text, 1.0, found_by=tuple((name, 1) for name in found_by), similarity=similarity
    )


def test_coverage_is_the_share_of_rare_words_held(words: JiebaWords, index: RankBm25Index) -> None:
    found = read_signals(ASKED, [passage("彩礼", "bm25")], words, index)
    rare, nowhere = index.idf("彩礼"), index.idf("返还")
    assert found.coverage == pytest.approx(rare / (rare + nowhere))  # 请问 and 怎么 do not count
    assert found.mass == pytest.approx(rare / nowhere)
    assert read_signals(ASKED, [passage("彩礼应当返还")], words, index).coverage == pytest.approx(1.0)


def test_the_best_of_the_first_three_counts(words: JiebaWords, index: RankBm25Index) -> None:
    poor, good = passage("别的"), passage("彩礼返还")
    assert read_signals(ASKED, [poor, poor, good], words, index).coverage == pytest.approx(1.0)
    assert read_signals(ASKED, [poor, poor, poor, good], words, index).coverage == 0.0


def test_agreement_and_similarity_come_from_the_retrievers(words: JiebaWords, index: RankBm25Index) -> None:
    both, one = passage("彩礼", "bm25", "dense", similarity=0.7), passage("返还", "bm25")
    found = read_signals(ASKED, [both, one], words, index)
    assert (found.agreement, found.similarity) == (0.5, 0.7)


def test_nothing_found_gives_no_signal(words: JiebaWords, index: RankBm25Index) -> None:
    assert read_signals(ASKED, [], words, index) == Signals()
    assert read_signals(ASKED, [passage("彩礼")], words, RankBm25Index(words)) == Signals()


@pytest.mark.parametrize("calibration", [WORDS_ONLY, SHIPPED_ENCODER])
def test_confidence_rises_with_every_signal(calibration: Calibration) -> None:
    weak, strong = Signals(0.2, 0.5, 0.2, 0.3), Signals(0.9, 3.0, 1.0, 0.8)
    assert 0 < calibration.confidence(weak) < 0.5 < calibration.confidence(strong) < 1
    assert calibration.confidence(Signals()) == 0.0


def test_lay_words_that_no_statute_has_are_trusted_by_their_meaning() -> None:
    near = Signals(coverage=0.0, mass=0.0, agreement=0.6, similarity=0.8)
    assert SHIPPED_ENCODER.confidence(near) > 0.7
    assert SHIPPED_ENCODER.confidence(Signals()) == WORDS_ONLY.confidence(Signals()) == 0.0
