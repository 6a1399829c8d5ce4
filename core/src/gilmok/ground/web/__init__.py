"""The look of the pages and what they are made of; `docs/pages.md` shows every part."""

from collections.abc import Callable
from functools import lru_cache

from flask import Flask, session
from flask_wtf.csrf import CSRFProtect, generate_csrf
from jinja2 import StrictUndefined

from gilmok.ground.web.assets import init_assets
from gilmok.ground.web.cookies import Cookies
from gilmok.ground.web.display import blueprint as display
from gilmok.ground.web.errors import init_errors
from gilmok.ground.web.frame import Frame, init_frame
from gilmok.ground.web.headers import init_headers
from gilmok.ground.web.kept import Kept
from gilmok.ground.web.visitors import init_visitors
from gilmok.ground.web.words import init_words

MEGABYTE = 1024 * 1024
# Of how many sessions the token is kept.
SESSIONS = 1024
LIMITS = {
    "MAX_CONTENT_LENGTH": 10 * MEGABYTE,
    "MAX_FORM_MEMORY_SIZE": 2 * MEGABYTE,
    "MAX_FORM_PARTS": 2000,
    # A form may stay open as long as the login lasts: the token dies with its session.
    "WTF_CSRF_TIME_LIMIT": None,
}


def init_web(app: Flask, around: Frame | None = None) -> None:
    """Give the application its layout, components, assets, headers, error pages and protection of forms.

    `around`: the menu and what else surrounds pages. Raises AssetsMissing where the files of others were not brought.
    """
    app.config |= LIMITS
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.add_extension(Kept)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.session_interface = Cookies()
    # Before forms are judged: who sends too many is counted and refused in any case, and in the page's language.
    init_visitors(app)
    CSRFProtect(app)
    token = {"csrf_token": tokens()}
    app.jinja_env.globals.update(token)
    # The protection gives each template its own as well, and those go before the globals.
    app.context_processor(lambda: token)
    init_headers(app)
    init_words(app)
    init_frame(app, around or Frame())
    init_assets(app)
    init_errors(app)
    app.register_blueprint(display)


def tokens() -> Callable[[], str]:
    """What gives the token of a request's forms: made once for each session, for it lasts as long as that."""
    of_session = lru_cache(maxsize=SESSIONS)(lambda _secret: str(generate_csrf()))

    def csrf_token() -> str:
        secret = session.get("csrf_token")
        return of_session(secret) if isinstance(secret, str) else str(generate_csrf())

    return csrf_token
