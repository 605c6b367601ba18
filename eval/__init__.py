"""Evaluation: benchmarks, metrics, reports. Write `from eval.run import run`, never `import eval`."""
