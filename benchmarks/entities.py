"""How long it takes to read the entities of a text of a hundred characters.

    python -m benchmarks.entities [--json OUT.json]

Processor time, which does not depend on what else the machine does, best of five rounds.
"""

import argparse
import time
from datetime import date
from pathlib import Path

from assistant.understanding.entities import entities
from benchmarks.figures import Figure, hand_in

TODAY = date(2026, 11, 24)
TEXTS = (
    "我是2021年3月1号进的公司，一个月六千五，没签劳动合同，去年腊月二十八老板说效益不好把我辞退了，拖欠我三个月工资一万九千五，"
    "我在郑州打工，家里两个孩子，我老公也没工作，房东还催房租一千八，怎么办？",
    "邻居装修把我家的墙弄裂了，找他理论他不认，还说是房子本来就有问题，物业也不管，我应该先找谁鉴定，鉴定费用谁来出，"
    "如果他一直不配合的话我可不可以直接去法院起诉，需要准备哪些材料，大概要多长时间才能有结果呢",
)
ROUNDS, TIMES = 5, 200


def per_hundred(text: str) -> float:
    """Milliseconds of processor time for a hundred characters."""
    entities(text, TODAY)
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        for _ in range(TIMES):
            entities(text, TODAY)
        best = min(best, (time.process_time() - begun) / TIMES)
    return best * 1000 * 100 / len(text)


def main(file: Path | None) -> bool:
    names = ("a text full of entities", "a text with hardly one")
    figures = [
        Figure(f"{name}, 100 characters", per_hundred(text), "ms", most=1.0)
        for name, text in zip(names, TEXTS, strict=True)
    ]
    hand_in("entities", figures, file)
    return all(figure.met for figure in figures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    raise SystemExit(not main(parser.parse_args().json))
