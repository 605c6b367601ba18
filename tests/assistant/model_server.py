"""A local server that speaks the protocol of OpenAI-compatible servers, well or badly, by the model's name."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TEXT = "您好。《水井条例》第二条规定：“井水可以共用。”\n您不用赔。"


@dataclass(slots=True)
class Seen:
    """What the server saw: requests, and whether a reader hung up in the middle."""

    requests: list[dict[str, Any]] = field(default_factory=list)
    authorizations: list[str] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)


def _chunk(content: str | None, finish: str | None = None) -> bytes:
    delta = {} if content is None else {"content": content}
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    row = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
    return f"data: {json.dumps(row, ensure_ascii=False)}\n\n".encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen: Seen

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.seen.requests.append(request | {"path": self.path})
        self.seen.authorizations.append(self.headers.get("Authorization", ""))
        try:
            getattr(self, f"_{request['model']}")()
        except (BrokenPipeError, ConnectionResetError):
            self.seen.hung_up.set()
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def _error(self, status: int) -> None:
        body = json.dumps({"error": {"message": "no", "type": "no"}}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _start(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def _send(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _text(self, pause: float = 0.0) -> None:
        for place in range(0, len(TEXT), 5):
            self._send(_chunk(TEXT[place : place + 5]))
            time.sleep(pause)

    def _end(self) -> None:
        self.wfile.write(b"0\r\n\r\n")

    def _good(self) -> None:
        self._start()
        self._send(_chunk(""))
        self._text()
        self._send(_chunk(None, "stop") + b"data: [DONE]\n\n")
        self._end()

    def _unauthorized(self) -> None:
        self._error(401)

    def _failing(self) -> None:
        self._error(500)

    def _silent(self) -> None:
        time.sleep(1.5)

    def _dripping(self) -> None:
        self._start()
        for _ in range(100):
            self._send(_chunk("看"))
            time.sleep(0.05)
        self._end()

    def _garbage(self) -> None:
        self._start()
        self._send(b"data: {not json\n\n")
        self._end()

    def _odd(self) -> None:
        self._start()
        self._send(b'data: {"hello": "world"}\n\n')
        self._end()

    def _page(self) -> None:
        body = b"<html>maintenance</html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _breaking(self) -> None:
        """Goes away in the middle, without the end that the transfer promises."""
        self._start()
        self._text()

    def _unfinished(self) -> None:
        """Ends the transfer properly, though the model had not finished."""
        self._start()
        self._text()
        self._end()


@contextmanager
def model_server() -> Iterator[tuple[str, Seen]]:
    """(base URL, what it sees)."""
    seen = Seen()
    handler = type("Handler", (_Handler,), {"seen": seen})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
