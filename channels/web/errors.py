"""What can go wrong inside `channels.web`, drawn as a tree.

WebError                        anything below
└── NotHeld                     a law, article or part of one is asked for that is not there
"""


class WebError(Exception):
    """Anything that the web channel raises on purpose."""


class NotHeld(WebError, LookupError):
    """A law, article or part of one is asked for that is not there; the message is one plain Chinese sentence."""
