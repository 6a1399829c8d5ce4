"""The pages of a centre's staff: which requests wait, what one says, taking it in or ending it without a case."""

from typing import Any, NamedTuple
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.clock import SEOUL, today
from gilmok.ground.formats.phones import mask_phone
from gilmok.ground.i18n import _, titled
from gilmok.ground.web.request import db, me, needs, once, vault
from gilmok.journey.case import words as case_words
from gilmok.journey.case.beside import beside
from gilmok.journey.case.models import Case
from gilmok.journey.case.queries import staff
from gilmok.journey.case.showing import case_of
from gilmok.journey.intake import drafts
from gilmok.journey.requests import queries
from gilmok.journey.requests.endings import ENDINGS
from gilmok.journey.requests.models import OnlineRequest
from gilmok.journey.requests.opening import Message, as_intake, first, message, typed_in
from gilmok.journey.requests.service import end, note_opened, take_note
from gilmok.journey.requests.showing import spelt, told
from gilmok.journey.requests.words import TONGUES
from gilmok.law.calendar import Calendar
from gilmok.law.queries import calendar

blueprint = Blueprint("requests", __name__, url_prefix="/requests", template_folder="templates")


class SentOnline(NamedTuple):
    """The request behind a case (its number, when it was sent), and what was added."""

    link: Any
    messages: list[Message]

    @property
    def unread(self) -> bool:
        """Whether something was added that nobody took note of."""
        return any(not each.is_read for each in self.messages)


def of_key(key: UUID) -> OnlineRequest:
    """The request that an address names; raises NotFound."""
    return queries.request_of(db(), key)


def sent_online(case: Case) -> SentOnline | None:
    """The request that a case of one's own centre came of, with what was added since; for the case's overview."""
    link = beside(case, "request")
    if link is None:
        return None
    return SentOnline(link, [message(row, vault()) for row in queries.messages(db(), link.request_key)])


blueprint.add_app_template_global(sent_online)
blueprint.add_app_template_global(mask_phone, "masked_phone")


@blueprint.get("/")
@needs(Permission.SEE_REQUESTS)
def index() -> ResponseReturnValue:
    """What waits at one's centre: since when, about what, in which language, of whom, masked."""
    waiting, days = queries.waiting(db()), calendar(db())
    log(db(), "requests_seen", requests=[str(each.key) for each in waiting])
    lines = [line(each, days) for each in waiting]
    return render_template(
        "requests/list.html", lines=lines, names=names(),
        unread=queries.unread(db()), unread_here=queries.unread_here(db()), tongues=TONGUES, words=case_words,
    )


@blueprint.get("/<uuid:key>")
@needs(Permission.HANDLE_REQUEST, of=of_key)
def show(found: OnlineRequest) -> ResponseReturnValue:
    """One request; that it was opened is noted, and with it that what was added was read."""
    note_opened(db(), found, by=me())
    shown = page(found)
    take_note(db(), found.key, by=me())
    return shown


class Line(NamedTuple):
    """A request in the list: its row, the masked name, how many days ago it was sent, whether it waits for too long."""

    row: OnlineRequest
    name: str
    age: int
    late: bool


def line(row: OnlineRequest, days: Calendar) -> Line:
    """A request as the list shows it."""
    sent_on = row.sent_at.astimezone(SEOUL).date()
    late = row.opened_at is None and queries.is_late(sent_on, days, today())
    return Line(row, case_words.client_title(first(typed_in(row, vault()), "name")), (today() - sent_on).days, late)


def names() -> dict[int, str]:
    """The names of one's colleagues by their ids."""
    return {each.id: each.name for each in staff(db(), me().centre_id or "")}


def page(found: OnlineRequest, *, errors: dict[str, list[str]] | None = None) -> str:
    """The page of a request."""
    added = [message(row, vault()) for row in queries.messages(db(), found.key)]
    typed = typed_in(found, vault())
    return render_template(
        "requests/request.html", revealed=True, found=found, told=told(typed), phone=spelt(first(typed, "phone")),
        narrative=first(typed, "narrative"), messages=added, case=queries.case_of_request(db(), found.key),
        errors=errors or {}, tongues=TONGUES, endings=titled(ENDINGS),
    )


@blueprint.post("/<uuid:key>/take-in")
@needs(Permission.HANDLE_REQUEST, of=of_key)
def take_in(found: OnlineRequest) -> ResponseReturnValue:
    """Make an intake of it, with all that was typed in its place; one that was begun already goes on."""
    if found.ended_at is None:
        if drafts.find(db(), found.key, vault=vault()) is None:
            typed = as_intake(found, typed_in(found, vault()))
            drafts.save(db(), found.key, typed, vault=vault())
        take_note(db(), found.key, by=me())
        return redirect(url_for("intake.go_on", key=found.key), 303)
    flash(_("Somebody has dealt with this request already."), "warning")
    return redirect(url_for("requests.show", key=found.key), 303)


@blueprint.post("/of-case/<number>/noted", endpoint="noted")
@needs(Permission.COUNSEL_CASE, of=case_of)
def take_note_of_added(case: Case) -> ResponseReturnValue:
    """What was added to the request of a case was read."""
    if link := queries.came_of(db(), case.id):
        take_note(db(), link.request_key, by=me())
        log(db(), "request_messages_read", cases=[case.id])
    return redirect(url_for("cases.overview", number=case.number), 303)


@blueprint.post("/<uuid:key>/end", endpoint="end")
@needs(Permission.HANDLE_REQUEST, of=of_key)
@once
def end_without_case(found: OnlineRequest) -> ResponseReturnValue:
    """No case comes of it, for a reason."""
    ending = request.form.get("ending", "")
    if ending not in ENDINGS:
        return page(found, errors={"ending": [_("Please choose why no case comes of it.")]}), 422
    end(db(), found, ending, by=me())
    flash(_("The request is closed."), "success")
    return redirect(url_for("requests.index"), 303)
