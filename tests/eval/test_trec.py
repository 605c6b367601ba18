from pathlib import Path

import ir_measures
import pytest

from eval.errors import BadSet
from eval.trec import write_run


def test_a_run_reads_back_in_trec_tools(tmp_path: Path) -> None:
    assert write_run(tmp_path / "run", {"q1": ["民法典第一条", "立法法第三条#2"], "q2": []}) == 0
    rows = ir_measures.read_trec_run(str(tmp_path / "run"))  # type: ignore[no-untyped-call]
    read = [(one.query_id, one.doc_id, one.score) for one in rows]
    assert read == [("q1", "民法典第一条", 2.0), ("q1", "立法法第三条#2", 1.0)]


def test_ids_with_spaces_stay_whole_between_tabs_and_are_counted(tmp_path: Path) -> None:
    assert write_run(tmp_path / "run", {"q": ["a b", "c"]}) == 1
    assert (tmp_path / "run").read_text("utf-8").splitlines()[0].split("\t")[2] == "a b"


@pytest.mark.parametrize("id_", ["a\tb", "a\nb"])
def test_an_id_that_breaks_the_form_is_refused(tmp_path: Path, id_: str) -> None:
    with pytest.raises(BadSet, match="no tab or line break"):
        write_run(tmp_path / "run", {"q": [id_]})
