"""Asking an application through the server of `gilmok run`, over loopback, as browsers do.

Who asks is a process of its own, so that what it spends is counted for nobody: this process spends only what the server
and the application spend on a request, and a few microseconds on saying what to ask.
"""

import http.client
from collections.abc import Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any
from urllib.parse import urlencode

import waitress
from measure import Visitor

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class ServedVisitor(Visitor):
    """A browser: asks the application through a server, on one connection that is kept, and keeps its cookies."""

    def __init__(self, app: Any) -> None:
        super().__init__(app)
        server = waitress.create_server(app, host="127.0.0.1", port=0, threads=1, ident=None)
        Thread(target=server.run, daemon=True).start()
        self.asks, other = get_context("spawn").Pipe()
        get_context("spawn").Process(target=ask_for, args=(other, server.effective_port), daemon=True).start()

    def get(self, path: str) -> str:
        """The page at this path."""
        return self.said("GET", path, None)

    def post(self, path: str, form: Mapping[str, str | list[str]]) -> str:
        """The answer to a form."""
        return self.said("POST", path, urlencode(form, doseq=True))

    def said(self, method: str, path: str, body: str | None) -> str:
        """The answer to a request."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.asks.send((method, path, body, {"Cookie": cookies} | (FORM if body is not None else {})))
        status, headers = self.asks.recv()
        self.begin(status, headers)
        return self.asks.recv_bytes().decode()


def ask_for(requests: Connection, port: int) -> None:
    """Ask for what comes through the pipe until it closes."""
    server = http.client.HTTPConnection("127.0.0.1", port)
    while True:
        try:
            method, path, body, headers = requests.recv()
        except EOFError:
            return
        server.request(method, path, body, headers)
        answer = server.getresponse()
        page = answer.read()
        requests.send((f"{answer.status} {answer.reason}", answer.getheaders()))
        requests.send_bytes(page)
