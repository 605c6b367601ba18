"""What every test may use, and the rule that in CI nothing is skipped."""

import os

import pytest


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skipped test is a failure: there, every package and every data folder must be at hand."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if (
        os.environ.get("CI") == "true"
        and exitstatus == pytest.ExitCode.OK
        and reporter
        and reporter.stats.get("skipped")
    ):
        reporter.write_line("CI: nothing may be skipped", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
