"""Which error answers with which status, and the page that says what happened and what to do."""

import structlog
from flask import Flask, Response, current_app, g, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DataError, DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException

from gilmok.ground import errors
from gilmok.ground.crypto import NoLongerReadable
from gilmok.ground.errors import GilmokError, LoginNeeded
from gilmok.ground.i18n import _, ngettext
from gilmok.ground.web.notices import NOTICES, Notice
from gilmok.ground.web.request import who

# The most particular class counts.
STATUS: dict[type[Exception], int] = {
    GilmokError: 400,
    errors.NotAllowed: 403,
    errors.NotFound: 404,
    errors.IllegalMove: 409,
    errors.ChangedMeanwhile: 409,
    NoLongerReadable: 409,
    errors.Invalid: 422,
    errors.TooManyTries: 429,
    errors.PartFailed: 500,
    errors.NotReady: 503,
    # The database is away, restarting or out of connections; what was asked was not done and may be asked again.
    OperationalError: 503,
    InterfaceError: 503,
    PoolTimeout: 503,
    # What no column can hold: a zero byte, a number beyond all numbers. No page of ours sends it.
    DataError: 400,
}

# Where PostgreSQL finds that a table has changed since a statement was prepared. With the transaction, the driver
# forgets what was prepared, so that the next try succeeds.
PLANNED_BEFORE = "RevalidateCachedQuery"
MINUTE = 60
RETRY_SECONDS = {429: 60, 503: 5}


def init_errors(app: Flask) -> None:
    """Answer every error with a page of ours."""
    for kind in STATUS:
        app.register_error_handler(kind, answer)
    app.register_error_handler(LoginNeeded, lead_to_login)
    app.register_error_handler(HTTPException, answer_http)
    app.register_error_handler(Exception, answer_unexpected)


def answer(error: Exception) -> ResponseReturnValue:
    """The page for an error whose class is in the table."""
    return page(status_of(error), error)


def lead_to_login(error: LoginNeeded) -> ResponseReturnValue:
    """Ask to log in, and come back to the page that was wanted; a form that was sent is not sent again by itself."""
    if wants_json():
        return page(401, error)
    wanted = request.full_path.removesuffix("?") if request.method == "GET" and not is_partial() else None
    address = url_for("access.login", next=wanted)
    return Response(status=401, headers={"HX-Redirect": address}) if is_partial() else redirect(address, 303)


def answer_http(error: HTTPException) -> ResponseReturnValue:
    """The page for an error that Flask found itself; its redirects pass as they are."""
    as_given = Response.force_type(error.get_response(), request.environ)
    if as_given.status_code < 400:
        return as_given
    response = page(as_given.status_code, error)
    if "Allow" in as_given.headers:
        response.headers["Allow"] = as_given.headers["Allow"]
    return response


def answer_unexpected(error: Exception) -> ResponseReturnValue:
    """A fault of ours: noted with where it was raised, answered without its text, which may name people."""
    status = status_of(error)
    if status == 500:
        if current_app.testing:
            raise error
        structlog.get_logger().error("fault", endpoint=request.endpoint, exc_info=error)
    return page(status, error)


def status_of(error: Exception) -> int:
    """The status of an error: that of its most particular class in the table, else 500."""
    if isinstance(error, DBAPIError) and (error.connection_invalidated or is_planned_before(error)):
        return 503
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def is_planned_before(error: DBAPIError) -> bool:
    """Whether a statement failed because the table that it asks was changed since."""
    return getattr(getattr(error.orig, "diag", None), "source_function", None) == PLANNED_BEFORE


def page(status: int, error: Exception) -> Response:
    """The answer in the form that was asked for: a page, a part of one, or JSON."""
    notice = NOTICES.get(status) or NOTICES[400 if status < 500 else 500]
    happened = error.sentence() if isinstance(error, GilmokError) else _(notice.happened)
    if wants_json():
        response = jsonify(error=happened)
    else:
        template = "errors/part.html" if is_partial() else "errors/page.html"
        response = make_response(
            render_template(
                template, status=status, notice=notice, happened=happened, advice=advice_for(notice, error),
                layout=layout_for(status),
            ),
        )
    response.status_code = status
    if status in RETRY_SECONDS:
        about = error.about if isinstance(error, GilmokError) else {}
        response.headers["Retry-After"] = str(about.get("seconds", RETRY_SECONDS[status]))
    return response


def advice_for(notice: Notice, error: Exception) -> str:
    """What to do; how many minutes to wait, where that is known and is more than one."""
    seconds: int = error.about.get("seconds", 0) if isinstance(error, GilmokError) else 0
    if seconds <= MINUTE:
        return _(notice.advice)
    return ngettext("Wait %(num)s minute and try again.", "Wait %(num)s minutes and try again.", -(-seconds // MINUTE))


def layout_for(status: int) -> str:
    """The layout around the message: that of someone logged in, where that can be known; for visitors theirs."""
    if g.get("visitor"):
        return "layout_visitor.html"
    try:
        return "layout.html" if status < 500 and who() is not None else "layout_public.html"
    except SQLAlchemyError:
        return "layout_public.html"


def is_partial() -> bool:
    """Whether htmx asked, for a part of a page."""
    return request.headers.get("HX-Request") == "true"


def wants_json() -> bool:
    """Whether a program asked, rather than a browser."""
    accepted = request.accept_mimetypes
    return bool(accepted) and accepted["application/json"] > accepted["text/html"]
