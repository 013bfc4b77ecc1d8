"""A local server that speaks the chat protocol, with an answer and a status for each request in turn."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class ChatServer:
    answer: Callable[[str], str]
    """From what is asked to what is answered."""

    statuses: list[int] = field(default_factory=list)
    """Of the first requests; 200 after that."""

    finish: str = "stop"
    asked: list[dict[str, Any]] = field(default_factory=list)
    """The bodies of all requests."""

    keys: list[str] = field(default_factory=list)
    url: str = ""


@contextmanager
def chat_server(answer: Callable[[str], str] = lambda text: "A short summary.") -> Iterator[ChatServer]:
    state = ChatServer(answer)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.asked.append(body)
            state.keys.append(self.headers.get("Authorization", ""))
            status = state.statuses.pop(0) if state.statuses else 200
            known = self.path == "/v1/chat/completions"
            self._send(status if known else 404, reply(body, state) if status == 200 and known else refusal())

        def _send(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Retry-After", "0")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield state
        server.shutdown()
        thread.join()


def reply(body: dict[str, Any], state: ChatServer) -> bytes:
    content = body["messages"][0]["content"]
    text = content if isinstance(content, str) else content[0]["text"]
    message = {"role": "assistant", "content": state.answer(text)}
    return json.dumps({"choices": [{"message": message, "finish_reason": state.finish}]}).encode()


def refusal() -> bytes:
    return json.dumps({"error": {"message": "not\nthis time"}}).encode()
