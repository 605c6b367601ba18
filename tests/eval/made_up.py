"""A made-up set: passages, questions, gold, and what of it can be checked by hand."""

import json
import lzma
from pathlib import Path

PASSAGES = {
    "风筝法第一条": "放风筝的人应当看好线。",
    "《风筝法》第2条": "风筝挂在树上的，树的主人应当让人取下。",
    "风筝法第二条#2": "风筝落在屋顶上的，由消防员取下。",
    "灯笼条例 第三条": "灯笼夜里应当点亮。",
    "doc-7": "河里的船不得撞桥。",
}
QUESTIONS = {
    "q1": "风筝挂在树上怎么取下来",
    "q2": "灯笼夜里要不要点亮",
    "q3": "船撞桥了",
    "q4": "没有人判过的问题",
}
GOLD = {"q1": {"《风筝法》第2条": 1}, "q2": {"灯笼条例 第三条": 2}, "q3": {"doc-7": 1, "doc-8": 1}}


def write_set(folder: Path, packed: bool = False) -> tuple[Path, Path, Path]:
    """Corpus, queries and qrels as files."""
    corpus = folder / ("corpus.jsonl.xz" if packed else "corpus.jsonl")
    lines = "".join(json.dumps({"id": id_, "text": text}) + "\n" for id_, text in PASSAGES.items())
    corpus.write_bytes(lzma.compress(lines.encode()) if packed else lines.encode())
    queries, qrels = folder / "queries.tsv", folder / "qrels.tsv"
    queries.write_text("".join(f"{id_}\t{text}\n" for id_, text in QUESTIONS.items()), "utf-8")
    rows = (f"{question}\t{id_}\t{grade}\n" for question, grades in GOLD.items() for id_, grade in grades.items())
    qrels.write_text("".join(rows), "utf-8")
    return corpus, queries, qrels
