"""Parts of pages that are the same for many: rendered once."""

from collections.abc import Callable
from typing import Any

from flask import request
from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.nodes import CallBlock, Const, Expr, Node, Tuple
from jinja2.parser import Parser

from gilmok.ground.i18n import current_language

MOST_KEPT = 1024


class Kept(Extension):
    """`{% kept a, b %}…{% endkept %}` prints what stands inside, rendered once for each `a` and `b` in each language.

    Nothing else that differs from request to request may stand in it: no token, no person, no case.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.tags = {"kept"}
        self.parts: dict[tuple[Any, ...], str] = {}

    def parse(self, parser: Parser) -> Node:
        """The block as a call of `printed`."""
        line = next(parser.stream).lineno
        on: list[Expr] = []
        while parser.stream.current.type != "block_end":
            on.append(parser.parse_expression())
            parser.stream.skip_if("comma")
        body = parser.parse_statements(("name:endkept",), drop_needle=True)
        called = self.call_method("printed", [Const(f"{parser.name}:{line}"), Tuple(on, "load")])
        return CallBlock(called, [], [], body).set_lineno(line)

    def printed(self, place: str, on: tuple[Any, ...], caller: Callable[[], str]) -> str:
        """What stands at this place of a template."""
        # Addresses begin with where a proxy has put the application.
        language = getattr(self.environment, "language", "") or current_language()
        key = place, language, request.environ.get("SCRIPT_NAME"), *on
        found = self.parts.get(key)
        if found is None:
            if len(self.parts) >= MOST_KEPT:
                self.parts.clear()
            found = self.parts[key] = caller()
        return found
