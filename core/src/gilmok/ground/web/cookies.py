"""The signed cookie of a session: sent anew once a minute and not with each answer, and never with an asset."""

import time
from copy import deepcopy
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from flask import Flask, Request, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from itsdangerous import BadSignature, URLSafeTimedSerializer

# How old a cookie may become before an answer brings a new one.
KEPT_FOR = timedelta(minutes=1)
# How many are kept that were read already: a browser sends the same one for a minute.
COOKIES = 1024


class Kept(SecureCookieSession):
    """A session of which is known when its cookie was made; None for a new one."""

    def __init__(self, found: Any = None, made: datetime | None = None) -> None:
        super().__init__(found)
        self.made = made


class Cookies(SecureCookieSessionInterface):
    """Flask's sessions in cookies. One that nothing was put into is sent again when it is a minute old: that keeps
    somebody who works logged in, and spares most answers a signature and a header."""

    def __init__(self) -> None:
        self.read = lru_cache(maxsize=COOKIES)(read)

    def open_session(self, app: Flask, request: Request) -> Kept:
        """What the cookie of the request says; nothing where there is none that counts."""
        cookie = request.cookies.get(self.get_cookie_name(app))
        if not cookie:
            return Kept()
        try:
            found, made = self.read(app, cookie)
        except BadSignature:
            return Kept()
        age, longest = int(time.time()) - int(made.timestamp()), app.permanent_session_lifetime + KEPT_FOR
        return Kept(deepcopy(found), made) if 0 <= age <= longest.total_seconds() else Kept()

    def should_set_cookie(self, app: Flask, session: SessionMixin) -> bool:
        """Whether something was put into the session, or its cookie is old enough to be made anew; never with an asset,
        for what anyone may keep must not carry someone's session."""
        if request.endpoint == "static":
            return False
        if session.modified or not session.permanent:
            return session.modified
        made = session.made if isinstance(session, Kept) else None
        return made is None or time.time() - made.timestamp() >= KEPT_FOR.total_seconds()

    def get_expiration_time(self, app: Flask, session: SessionMixin) -> datetime | None:
        """When browsers forget the cookie: a minute later than the login ends, for it may be a minute old by then."""
        ends = super().get_expiration_time(app, session)
        return ends and ends + KEPT_FOR

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer:
        """What signs and reads cookies with the application's key, made once."""
        return serializer(app)


def read(app: Flask, cookie: str) -> tuple[dict[str, Any], datetime]:
    """What a cookie says that this application signed, and when it did; however long ago. Raises BadSignature."""
    found, made = serializer(app).loads(cookie, return_timestamp=True)
    return found, made


@lru_cache(maxsize=8)
def serializer(app: Flask) -> URLSafeTimedSerializer:
    """The serializer that Flask makes for this application."""
    made = SecureCookieSessionInterface().get_signing_serializer(app)
    if made is None:
        raise RuntimeError("there is no key to sign cookies with")
    return made
