"""The life of a request, in one place: who asks, what they may, one session, one commit.

`@needs(permission)` on a view says what it takes; a view without it is refused. The commit comes before the answer
leaves, and only if the answer is below 400: what was typed into a refused form is in the answer, not in the database.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask, Response, abort, current_app, g, has_request_context, redirect, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.routing import RequestRedirect

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import OwnPermission, Permission, may
from gilmok.ground.crypto import Vault
from gilmok.ground.db import NOBODY, Database, Viewer, ViewerSession
from gilmok.ground.errors import LoginNeeded, NotAllowed
from gilmok.ground.submissions import earlier, led_to
from gilmok.ground.web.output import Templates

Args = ParamSpec("Args")
View = Callable[..., ResponseReturnValue]
MOST_ADDRESSES, LONGEST_KEPT = 4096, 100
# What makes an address depend on the host that a request names.
ELSEWHERE = ("_external", "_scheme")


class Application(Flask):
    """Flask, with a session and one commit around each view."""

    jinja_environment = Templates

    def __init__(self, *args: Any, **options: Any) -> None:
        self.addresses: dict[tuple[Any, ...], str] = {}
        super().__init__(*args, **options)

    def dispatch_request(self) -> Response:
        """Answer the request within one transaction."""
        if (elsewhere := request.routing_exception) is not None:
            if isinstance(elsewhere, RequestRedirect):
                # Without a host: the one that a request names may be anyone's invention.
                elsewhere.new_url = urlsplit(elsewhere.new_url)._replace(scheme="", netloc="").geturl()
            self.raise_routing_exception(request)
        permission = permission_of(self.view_functions[request.endpoint or ""])
        if permission is Permission.PUBLIC and request.endpoint == "static":
            return self.make_response(super().dispatch_request())
        with session_of_request() as session:
            allow(permission)
            response = self.make_response(super().dispatch_request())
            if response.status_code < 400 or g.get("keep"):
                session.commit()
        return response

    def url_for(self, /, endpoint: str, **values: Any) -> str:
        """The address of a page, as Flask's; kept, for each page names the same fifty."""
        if endpoint.startswith(".") or not has_request_context():
            return super().url_for(endpoint, **values)
        # By kind, too: 1 is True, but not in an address.
        key = request.environ.get("SCRIPT_NAME"), endpoint, *values.items(), *map(type, values.values())
        try:
            found = self.addresses.get(key)
        except TypeError:  # a value that is a list
            return super().url_for(endpoint, **values)
        if found is None:
            if not may_be_kept(values):
                return super().url_for(endpoint, **values)
            if len(self.addresses) >= MOST_ADDRESSES:
                self.addresses.clear()
            found = self.addresses[key] = super().url_for(endpoint, **values)
        return found


def may_be_kept(values: Mapping[str, Any]) -> bool:
    """Whether the address of these values is worth keeping: not one of a host that the request names, nor one with a
    long text, by which somebody could fill the memory."""
    long = any(len(each) > LONGEST_KEPT for each in values.values() if isinstance(each, str))
    return not long and not any(map(values.get, ELSEWHERE))


@contextmanager
def session_of_request() -> Iterator[ViewerSession]:
    """The session of this request: nobody's until it has found whom the cookie names, then that person's."""
    with database().session(NOBODY) as session:
        g.session = session
        try:
            # Who was asked for before there was a session is known, but not to it. A page for visitors is nobody's,
            # whoever is logged in: what they may do is what row security lets nobody do.
            if not g.get("visitor") and current_user.is_authenticated and session.viewer is NOBODY:
                session.admit(Viewer(person=current_user.id, centre=current_user.centre_id))
            yield session
        finally:
            # Error pages come after it and must not begin another transaction.
            g.pop("session")


def needs(permission: Permission | OwnPermission, *, of: Callable[..., Any] | None = None) -> Callable[[View], View]:
    """Let the view answer only who has `permission`.

    `of`: finds the subject from the address's values (a case from its number; raises NotFound); the permission is
    judged on it and the view gets it as its first argument instead of those values.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def judged(**values: Any) -> ResponseReturnValue:
            if of is None:
                return view(**values)
            subject = of(**values)
            if not may(who(), permission, subject):
                raise NotAllowed
            return view(subject)

        judged.permission = permission  # type: ignore[attr-defined]  # read by `permission_of`
        judged.has_subject = of is not None  # type: ignore[attr-defined]  # the subject's own check follows
        return judged

    return decorate


def permission_of(view: Any) -> Permission | OwnPermission | None:
    """What the view says that it takes; None for a view that says nothing, which is refused."""
    return getattr(view, "permission", None)


def allow(permission: Permission | OwnPermission | None) -> None:
    """Refuse who may not; a view that depends on a subject judges that itself when it knows it."""
    if permission is None:
        raise NotAllowed
    if permission is Permission.PUBLIC:
        return
    if not current_user.is_authenticated:
        raise LoginNeeded
    judged_later = getattr(current_app.view_functions[request.endpoint or ""], "has_subject", False)
    if not judged_later and not may(who(), permission):
        raise NotAllowed


def once(view: View) -> View:
    """Carry a form out once: the second sending of the same form is led where the first one led."""

    @wraps(view)
    def carried_out(*args: Any, **values: Any) -> ResponseReturnValue:
        if request.method != "POST":
            return view(*args, **values)
        key = form_key()
        before = earlier(db(), key)
        if before:
            return redirect(before, 303)
        response = current_app.make_response(view(*args, **values))
        if response.status_code == 303:
            led_to(db(), key, response.location or "")
        return response

    return carried_out


def form_key() -> UUID:
    """The key that the form carries; a form without one is not ours."""
    try:
        return UUID(request.form.get("form_key", ""))
    except ValueError:
        abort(400)


def keep() -> None:
    """Commit what this request wrote although its answer refuses: a failed login is worth remembering."""
    g.keep = True


def who() -> Person | None:
    """The person who is logged in; on a page for visitors nobody, whoever is logged in on that browser."""
    if g.get("visitor"):
        return None
    found = current_user._get_current_object()
    return found if found.is_authenticated else None


def me() -> Person:
    """The person who is logged in; only for views that need a login."""
    person = who()
    if person is None:
        raise LoginNeeded
    return person


def db() -> ViewerSession:
    """The session of this request."""
    session: ViewerSession = g.session
    return session


def database() -> Database:
    """The database of this application."""
    found: Database = current_app.extensions["database"]
    return found


def vault() -> Vault:
    """The keys of this installation."""
    found: Vault = current_app.extensions["vault"]
    return found
