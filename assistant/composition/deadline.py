"""A time limit around a model that writes: whatever it does, the reader waits no longer."""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from assistant.errors import GeneratorUnavailable


@dataclass(frozen=True, slots=True)
class _Over:
    """The end of the pieces, with what went wrong, if anything did."""

    failure: BaseException | None = None


@dataclass(slots=True)
class _Writing:
    """A model writing on a thread of its own; `stop` tells it that nobody reads any more."""

    write: Callable[[], Iterator[str]]
    pieces: "queue.SimpleQueue[str | _Over]" = field(default_factory=queue.SimpleQueue)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Put each piece into the queue, then the end."""
        over = _Over()
        try:
            self._put_all(self.write())
        except BaseException as error:  # noqa: BLE001  (raised again where the pieces are read)
            over = _Over(error)
        self.pieces.put(over)

    def _put_all(self, pieces: Iterator[str]) -> None:
        for piece in pieces:
            self.pieces.put(piece)
            if self.stop.is_set():
                close = getattr(pieces, "close", None)
                if close:
                    close()
                return


def within(seconds: float, write: Callable[[], Iterator[str]]) -> Iterator[str]:
    """The pieces that `write` gives within so many seconds.

    GeneratorUnavailable where the time is over first; whatever the writer raises is raised here. A reader that stops
    reading stops the writer at its next piece.
    """
    writing = _Writing(write)
    deadline = time.monotonic() + seconds
    threading.Thread(target=writing.run, daemon=True, name="language-model").start()
    try:
        while True:
            piece = _next(writing.pieces, deadline - time.monotonic(), seconds)
            if isinstance(piece, _Over):
                if piece.failure:
                    raise piece.failure
                return
            yield piece
    finally:
        writing.stop.set()


def _next(pieces: "queue.SimpleQueue[str | _Over]", left: float, seconds: float) -> "str | _Over":
    try:
        return pieces.get(timeout=max(left, 0.001))
    except queue.Empty:
        raise GeneratorUnavailable(f"the language model took more than {seconds:g} seconds") from None
