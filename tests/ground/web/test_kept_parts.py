"""Parts of pages that are rendered once for many, and what may not be mixed up in them."""

from typing import Any

import pytest
from flask import Flask, render_template_string
from jinja2 import pass_context

from gilmok.ground.web import kept
from gilmok.ground.web.kept import Kept

PART = '{% kept on %}{{ _("Log out") }} {{ url_for("access.login") }} {{ told() }}{% endkept %}'


@pytest.fixture
def told() -> Any:
    """Says how often it was asked."""
    asked: list[None] = []

    def tell() -> int:
        asked.append(None)
        return len(asked)

    return tell


def printed(app: Flask, told: Any, *, on: Any = 0, language: str = "ko", below: str = "") -> str:
    with app.test_request_context(f"{below}/", environ_overrides={"SCRIPT_NAME": below}) as there:
        there.session["language"] = language
        return render_template_string(PART, on=on, told=told)


def test_a_kept_part_is_rendered_once_for_each_value(parts: Flask, told: Any) -> None:
    assert [printed(parts, told, on=on)[-1] for on in ("a", "b", "a", "b")] == ["1", "2", "1", "2"]


def test_a_kept_part_is_rendered_for_each_language(parts: Flask, told: Any) -> None:
    assert printed(parts, told).startswith("로그아웃")
    assert printed(parts, told, language="en").startswith("Log out")
    assert printed(parts, told).startswith("로그아웃")


def test_a_kept_part_leads_below_where_a_proxy_has_put_the_application(parts: Flask, told: Any) -> None:
    assert [printed(parts, told, below=below).split()[-2] for below in ("", "/here", "")] == [
        "/login", "/here/login", "/login",
    ]


def test_only_so_many_parts_are_kept(parts: Flask, told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_KEPT", 2)
    for on in range(7):
        printed(parts, told, on=on)
    extension: Any = parts.jinja_env.extensions[Kept.identifier]
    assert len(extension.parts) <= 2


def test_a_function_that_wants_to_know_the_page_is_told(parts: Flask) -> None:
    asks = pass_context(lambda context, name: context[name])
    with parts.test_request_context():
        assert render_template_string('{{ asks("on") }}', asks=asks, on="<b>") == "&lt;b&gt;"
