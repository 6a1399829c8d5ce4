"""How templates put values into a page: escaped as Jinja does it, without an object for each of them, and words without
looking them up each time.

Jinja makes a `Markup` of every value that it prints, only to join them all; a list has a thousand of them. A page says
some hundred words that are always the same: a template is compiled once for each language, with its words in it.
"""

from collections.abc import Callable, MutableMapping
from types import FunctionType, MethodType
from typing import Any

import markupsafe
from flask import current_app
from flask.templating import Environment
from jinja2 import Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Const, Expr, Name
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer

from gilmok.ground.i18n import current_language

# The part of `markupsafe.escape` that is written in C; it takes and gives a plain text.
_escaped: Any = getattr(markupsafe, "_escape_inner", lambda text: str(markupsafe.escape(text)))


def printed(value: Any) -> str:
    """The value as it stands in a page: what is HTML already as it is, all else escaped."""
    if type(value) is str:
        return _escaped(value)  # type: ignore[no-any-return]  # a text
    return value.__html__() if hasattr(value, "__html__") else str(_escaped(str(value)))


PLAIN = (FunctionType, MethodType)


class Printing(CodeGenerator):
    """Jinja's compiler, which prints by `printed` where a template escapes."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.printed(")
        if finalize.src is not None:
            self.write(finalize.src)


class Calling(Context):
    """What a template knows. It calls macros and most functions as they are, where Jinja would ask of each of them anew
    whether it wants to be told where it is called from."""

    def call(self, called: Any, /, *args: Any, **named: Any) -> Any:
        """What a macro or function gives that a template calls."""
        kind = type(called)
        if kind is Macro:
            args = self.eval_ctx, *args
        elif kind not in PLAIN or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(*args, **named)


class Said(NodeTransformer):
    """Puts the words of one language where a template names a text in which nothing is to be filled in."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self.say = say

    def visit_Call(self, node: Call) -> Expr:
        """The words of `_("a text")`; any other call as it is."""
        self.generic_visit(node)
        match node:
            case Call(node=Name(name="_"), args=[Const(value=text)], kwargs=[]):
                return Const(self.say(text), lineno=node.lineno)
        return node


class Templates(Environment):
    """The templates of the application, compiled for the language in which they are asked for."""

    code_generator_class = Printing
    context_class = Calling
    printed = staticmethod(printed)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by_language: dict[str, Templates] = {}
        self.say: Callable[[str], str] | None = None
        self.language = ""

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:
        speaking = self.speaking(current_language()) if self.say is None else self
        return super(Templates, speaking)._load_template(name, globals)

    def speaking(self, language: str) -> "Templates":
        """These templates with the words of one language in them."""
        if language not in self.by_language:
            made = self.overlay()
            made.say = current_app.extensions["words"].by_language[language].gettext
            made.language = language
            self.by_language[language] = made
        return self.by_language[language]

    def _parse(self, *source: Any) -> Any:
        parsed = super()._parse(*source)
        return Said(self.say).visit(parsed) if self.say else parsed

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template knows: the environment's own names, and not a view of them for each template, which
        each `{% from … import … %}` would compare name by name."""
        return super().make_globals(d) if d else self.globals
