"""What is long (`make soak`): ten thousand lies, twenty thousand turns, fifty killed servers.

LAWLINE_BENCH=… python -m benchmarks.soak
"""

from benchmarks.running import Measurement, run_all

LONG = (Measurement("lies"), Measurement("turns"), Measurement("kills"))

if __name__ == "__main__":
    raise SystemExit(not run_all(LONG))
