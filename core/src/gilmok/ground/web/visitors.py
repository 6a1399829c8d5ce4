"""Pages for visitors, without a login: in languages of their own, counted by address, and nobody's session, whoever is
logged in on that browser."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, g, request, session
from waitress.proxy_headers import proxy_headers_middleware

from gilmok.ground.access.policy import Permission
from gilmok.ground.config import Settings
from gilmok.ground.floods import Passing, count, network_of
from gilmok.ground.i18n import DEFAULT_LANGUAGE, LANGUAGES
from gilmok.ground.receipts import bare
from gilmok.ground.web.request import View, database, needs, vault

MINUTE, HOUR = 60, 3600
ROOMFUL = 5
TRIES, TEN_MINUTES = 10, 600
OTHERWISE = "en"


@dataclass(frozen=True)
class Marked:
    """What a page for visitors says of itself: its languages, and whether its count may be written down."""

    languages: tuple[str, ...]
    leaves_a_count: bool


def visitors(
    *languages: str, of: Callable[..., Any] | None = None, leaves_a_count: bool = True,
) -> Callable[[View], View]:
    """Let the view answer anybody, in these languages (Korean and English, where none are named).

    `of`: as of `needs`. Without `leaves_a_count` the visit is counted in memory alone: for pages where nobody may ever
    learn who was there.
    """

    def decorate(view: View) -> View:
        opened = needs(Permission.PUBLIC, of=of)(view)
        vars(opened)["visitors"] = Marked(languages or tuple(LANGUAGES), leaves_a_count)
        return opened

    return decorate


def marked(endpoint: str | None) -> Marked | None:
    """What a page says of itself, if it is one for visitors."""
    return getattr(current_app.view_functions.get(endpoint or ""), "visitors", None)


def welcome() -> None:
    """Before a page for visitors: its language, and whether this address asks too often. Raises TooManyTries."""
    page = marked(request.endpoint)
    if page is None:
        return
    g.visitor, g.languages, g.language = True, page.languages, spoken_here(page.languages)
    if page.leaves_a_count:
        count_visit()
    else:
        count_in_passing()


def count_visit() -> None:
    """Count this request under its network address; raises TooManyTries where there were too many."""
    settings: Settings = current_app.extensions["settings"]
    what, most, seconds = (
        ("form", settings.visitor_forms, HOUR) if request.method == "POST" else ("page", settings.visitor_pages, MINUTE)
    )
    count(database(), what, network_of(request.remote_addr), most=most, seconds=seconds, vault=vault())


def count_in_passing() -> None:
    """The same in memory alone, and wider: many who sit in one room answer within the same minute."""
    settings: Settings = current_app.extensions["settings"]
    passing: Passing = current_app.extensions["passing"]
    of = f"{request.method} {network_of(request.remote_addr)}"
    passing.count(of, most=settings.visitor_pages * ROOMFUL, seconds=MINUTE)


def count_try(what: str, of: str) -> None:
    """Count a try of a secret that belongs to this number; raises TooManyTries after ten of one number within ten
    minutes, whether there is one like it or not."""
    count(database(), what, bare(of), most=TRIES, seconds=TEN_MINUTES, vault=vault())


def spoken_here(languages: Sequence[str]) -> str:
    """The language that the address asks for (`?lang=vi`), which is remembered; else the one chosen before, else what
    the browser prefers; Korean, where nothing is preferred."""
    if (asked := request.args.get("lang", "")) in languages:
        session["visitor_language"] = asked
    chosen = session.get("visitor_language")
    wanted = [chosen] if chosen else [tag.partition("-")[0].lower() for tag in request.accept_languages.values()]
    # Who reads another language than these reads English sooner than Korean.
    return next((each for each in wanted if each in languages), OTHERWISE if wanted else DEFAULT_LANGUAGE)


def other_languages() -> list[str]:
    """The languages to which this page can be switched; none on the answer to a form, which would be lost."""
    return [] if request.method == "POST" else [code for code in g.get("languages", ()) if code != g.language]


def init_visitors(app: Flask) -> None:
    """Welcome visitors before anything else of a request is looked at; of a declared proxy believe where they come
    from, and of nobody else."""
    settings: Settings | None = app.extensions.get("settings")
    if settings and settings.proxy:
        vars(app)["wsgi_app"] = proxy_headers_middleware(
            app.wsgi_app, trusted_proxy=settings.proxy, trusted_proxy_headers={"x-forwarded-for"},
        )
    app.extensions["passing"] = Passing()
    app.before_request(welcome)
    app.jinja_env.globals["other_languages"] = other_languages
