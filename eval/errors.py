"""What can go wrong inside `eval`, drawn as a tree.

EvalError                       anything below
├── BadSet                      a file of questions, gold or passages breaks its form
└── NothingInstalled            the installed law is asked, but no statutes are installed
"""


class EvalError(Exception):
    """Anything that `eval` raises on purpose."""


class BadSet(EvalError, ValueError):
    """A file of questions, gold or passages breaks its form; the message names file, line and rule."""


class NothingInstalled(EvalError):
    """The installed law is to be searched, but no statutes are installed."""
