"""How templates put values into a page: escaped as Jinja does it, without an object for each of them.

Jinja makes a `Markup` of every value that it prints, only to join them all; a list has a thousand of them.
"""

from collections.abc import MutableMapping
from typing import Any

import markupsafe
from flask.templating import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr

# The part of `markupsafe.escape` that is written in C; it takes and gives a plain text.
_escaped: Any = getattr(markupsafe, "_escape_inner", lambda text: str(markupsafe.escape(text)))


def printed(value: Any) -> str:
    """The value as it stands in a page: what is HTML already as it is, all else escaped."""
    if type(value) is str:
        return _escaped(value)  # type: ignore[no-any-return]  # a text
    return value.__html__() if hasattr(value, "__html__") else str(_escaped(str(value)))


class Printing(CodeGenerator):
    """Jinja's compiler, which prints by `printed` where a template escapes."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.printed(")
        if finalize.src is not None:
            self.write(finalize.src)


class Templates(Environment):
    """The templates of the application."""

    code_generator_class = Printing
    printed = staticmethod(printed)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template knows: the environment's own names, and not a view of them for each template, which
        each `{% from … import … %}` would compare name by name."""
        return super().make_globals(d) if d else self.globals
