"""What surrounds every page: the menu, the search box, the name of one's centre, and how one likes to see it all."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from flask import Flask, current_app, g, request, url_for

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import ROLE_TITLES, Role, may
from gilmok.ground.i18n import LANGUAGES, VISITORS_LANGUAGES, _, current_language, words_now
from gilmok.ground.web.labels import labels_of
from gilmok.ground.web.request import permission_of, who
from gilmok.ground.web.spoken import spoken
from gilmok.ground.web.visitors import marked

DISPLAY_COOKIE = "gilmok_display"
SHORT = 3

@dataclass(frozen=True)
class MenuItem:
    """A line of the menu: its English text, where it leads, and how many wait there (None: nothing is shown).

    Who may not open the page does not see the line, nor does anybody while it is not `shown`. `alarm` shows the number
    in red; `about` is a sentence beside the line, where lines have a page of their own.
    """

    text: str
    endpoint: str
    count: Callable[[], int | None] = lambda: None
    alarm: bool = False
    shown: Callable[[], bool] = lambda: True
    about: str = ""


@dataclass(frozen=True)
class MenuLine:
    """A line of the menu as it is shown to this person on this page."""

    text: str
    endpoint: str
    count: int | None
    alarm: bool
    here: bool
    about: str = ""


@dataclass(frozen=True)
class OpenLine:
    """A page for visitors as it is offered to them: in which of its languages it meets who reads this one."""

    text: str
    about: str
    endpoint: str
    here: bool
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """What the application puts around pages.

    `beside`: what a centre does beside cases, on a page of its own, which is the line `beside_at` of the menu. `open`:
    the pages for visitors, without a login; `front`: the one that leads to all of them. `search`: the endpoint that
    takes a POST of `q`; it is never a GET, because what is searched for may be a name.
    `help`: the endpoint of the help page. `centre_name`: the name of a centre in the language of the request.
    """

    menu: tuple[MenuItem, ...] = ()
    beside: tuple[MenuItem, ...] = ()
    beside_at: str = ""
    open: tuple[MenuItem, ...] = ()
    front: str | None = None
    search: str | None = None
    help: str | None = None
    centre_name: Callable[[str], str] = str


@dataclass(frozen=True)
class Display:
    """How someone likes to see pages: `compact` rows, high `contrast`, and whether single `keys` do something."""

    compact: bool = False
    contrast: bool = False
    keys: bool = True

    @classmethod
    def read(cls, words: str) -> "Display":
        """From the words of a cookie; unknown ones are ignored."""
        chosen = set(words.split("."))
        return cls(compact="compact" in chosen, contrast="contrast" in chosen, keys="nokeys" not in chosen)

    def words(self) -> str:
        """As the words of a cookie."""
        said = {"compact": self.compact, "contrast": self.contrast, "nokeys": not self.keys}
        return ".".join(word for word, holds in said.items() if holds)


def frame() -> Frame:
    """The frame of this application."""
    found: Frame = current_app.extensions["frame"]
    return found


def menu() -> tuple[MenuLine, ...]:
    """The lines of the menu that the person of this request may open."""
    return lines_of(frame().menu, here())


def beside() -> tuple[MenuLine, ...]:
    """What the person of this request may open of that which a centre does beside cases."""
    return lines_of(frame().beside, None)


def open_pages() -> list[OpenLine]:
    """The pages for visitors that are open now, and under which of them one is; none on an error page, which must ask
    the database for nothing. It leads to the front."""
    if "session" not in g:
        return []
    items = offered(frame().open)
    lies_under = nearest({url_for(item.endpoint): item.endpoint for item in items})
    return [
        OpenLine(line.text, line.about, line.endpoint, line.here, languages_of(line.endpoint))
        for line in lines_of(items, lies_under)
    ]


def open_menu() -> list[OpenLine]:
    """Of the pages for visitors the first few, and the one on which one is: a phone has no room for all, which stand on
    the front."""
    return [line for place, line in enumerate(open_pages()) if place < SHORT or line.here]


def lines_of(items: Iterable[MenuItem], lies_under: str | None) -> tuple[MenuLine, ...]:
    """Those lines whose pages this application has, and the person of this request may open."""
    person, say = who(), words_now().gettext
    return tuple(
        MenuLine(
            say(item.text), item.endpoint, item.count(), item.alarm, item.endpoint == lies_under,
            say(item.about) if item.about else "",
        )
        for item in offered(items) if may_open(item.endpoint, person) and item.shown()
    )


def offered(items: Iterable[MenuItem]) -> list[MenuItem]:
    """Those whose pages this application has."""
    return [item for item in items if item.endpoint in current_app.view_functions]


def nearest(addresses: Mapping[str, str]) -> str | None:
    """The endpoint whose address, of those above the page of this request, is the longest."""
    above = [each for each in addresses if f"{request.path}/".startswith(f"{each.rstrip('/')}/")]
    return addresses[max(above, key=len)] if above else None


def languages_of(endpoint: str) -> tuple[str, ...]:
    """The languages of a page for visitors."""
    found = marked(endpoint)
    return found.languages if found else tuple(LANGUAGES)


def first_page() -> str:
    """Where the brand leads: visitors to what is open to them, staff to what waits for them today."""
    return frame().front or "home" if g.get("visitor") else "home"


def may_open(endpoint: str, person: Person | None = None) -> bool:
    """Whether the person of this request may open the page, as far as that can be said before it is opened."""
    permission = permission_of(current_app.view_functions[endpoint])
    return permission is not None and may(person or who(), permission)


def here() -> str | None:
    """The line of the menu under whose address the page of this request lies; nothing lies under the first page."""
    path, addresses = request.path, addresses_of_menu()
    under = (address for address in addresses if address != "/" and path.startswith(address))
    return addresses.get(path) or next((addresses[address] for address in under), None)


def addresses_of_menu() -> Mapping[str, str]:
    """The addresses of the menu, and of what stands beside it, each with the line under which it lies; made once for
    each place below which a proxy has put the application."""
    kept: dict[str, dict[str, str]] = current_app.extensions.setdefault("addresses_of_menu", {})
    place = request.environ.get("SCRIPT_NAME", "")
    if place not in kept:
        around = frame()
        kept[place] = {url_for(item.endpoint): around.beside_at for item in offered(around.beside)}
        kept[place] |= {url_for(item.endpoint): item.endpoint for item in offered(around.menu)}
    return kept[place]


def display() -> Display:
    """How the person of this request likes to see pages, on this browser."""
    return Display.read(request.cookies.get(DISPLAY_COOKIE, ""))


def role_title(person: Person) -> str:
    """What the person is, in the language of the request."""
    title: str = _(ROLE_TITLES[Role(person.role)])
    return title


def centre_name(person: Person) -> str | None:
    """The person's centre, in the language of the request; None for who belongs to the city."""
    return frame().centre_name(person.centre_id) if person.centre_id else None


def session_seconds() -> int:
    """How long a login lasts without a request."""
    return int(current_app.permanent_session_lifetime.total_seconds())


def official_masthead() -> bool:
    """Whether this is an official site of the Republic of Korea and says so."""
    settings = current_app.extensions.get("settings")
    return settings is not None and settings.official_masthead


def init_frame(app: Flask, around: Frame) -> None:
    """Give templates what the layout shows; functions, so that a page that shows less asks for less."""
    app.extensions["frame"] = around
    functions: dict[str, Any] = {
        function.__name__: function
        for function in (
            menu, open_pages, open_menu, first_page, may_open, frame, display, role_title, centre_name, session_seconds,
            official_masthead, labels_of,
        )
    }
    named = {"signed_in": who, "page_language": current_language, "new_form_key": uuid4, "LANGUAGES": LANGUAGES,
             "VISITORS_LANGUAGES": VISITORS_LANGUAGES}
    app.jinja_env.globals.update({**functions, **named, "spoken": spoken})
