"""What is short enough for every day (`make bench`): half an hour at most.

LAWLINE_BENCH=… python -m benchmarks.all
"""

from benchmarks.running import Measurement, run_all

SHORT = (
    Measurement("retrieval", ("{bench}",), without_bench=None, statutes=False),
    Measurement("answers", statutes=False),
    Measurement("unresolved"),
    Measurement("engines"),
    Measurement("indexing", ()),
)

if __name__ == "__main__":
    raise SystemExit(not run_all(SHORT))
