"""The intake page: one page, filled while on the phone, that says as one types where the case goes and what to ask."""

from uuid import UUID, uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.i18n import _
from gilmok.ground.submissions import earlier, led
from gilmok.ground.web.request import db, me, needs, once, vault
from gilmok.journey.case.actions import on_case
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import case_of
from gilmok.journey.intake import drafts
from gilmok.journey.intake.again import note_case, number_in, open_key, says_the_same
from gilmok.journey.intake.amending import answer_questions, show_questions
from gilmok.journey.intake.desk import Desk, look
from gilmok.journey.intake.onward import say_where, send_on_now, standing_of
from gilmok.journey.intake.outreach import remember_origin
from gilmok.journey.intake.reading import Typed, scrubbed, what_is_barred
from gilmok.journey.intake.service import take_in
from gilmok.journey.intake.showing import page, parts
from gilmok.journey.requests.linking import is_dealt_with, link

PAGES_OWN = {"csrf_token", "form_key", "shown", "action", "version"}
blueprint = Blueprint("intake", __name__, template_folder="templates")
# The overview and the decision of a case say why it lies where it does.
blueprint.add_app_template_global(standing_of)


@blueprint.get("/intake/")
@needs(Permission.TAKE_IN)
def begin() -> ResponseReturnValue:
    """A new intake at an address of its own, so that its draft is there when the page is loaded again."""
    return redirect(url_for("intake.go_on", key=uuid4()), 303)


@blueprint.get("/intake/<uuid:key>")
@needs(Permission.TAKE_IN)
def go_on(key: UUID) -> ResponseReturnValue:
    """The intake as it was left, or the case that came of it; one of which nothing is kept is empty, with one's
    unfinished ones beside it."""
    if case := led(db(), key):
        return redirect(case, 303)
    typed = drafts.find(db(), key, vault=vault())
    if typed is None:
        return page(look(key, {}), unfinished=drafts.mine(db(), vault=vault()))
    return page(look(key, typed))


@blueprint.post("/intake/<uuid:key>/live")
@needs(Permission.TAKE_IN)
def live(key: UUID) -> ResponseReturnValue:
    """Keep the draft, and say what it comes to so far: for the page's script, the parts that change."""
    typed = from_form()
    desk = look(key, typed)
    saved_at = drafts.save(db(), open_key(db(), key), scrubbed(typed), vault=vault())
    about = {"saved_at": saved_at, "changed": desk.shown != request.form.get("shown", "")}
    return render_template("intake/live.html", **parts(desk), barred=what_is_barred(typed), **about)


@blueprint.post("/intake/<uuid:key>")
@needs(Permission.TAKE_IN)
def send(key: UUID) -> ResponseReturnValue:
    """Take the case in; or, with `action=look`, show the same page with proposal and questions brought up to date.

    The key in the address, not the form's own, makes it happen once: a form that comes back by the browser's Back
    button has another one.
    """
    typed = from_form()
    if case := earlier(db(), key):
        return sent_again(key, typed, case)
    desk = look(key, typed)
    if request.form.get("action") == "look":
        drafts.save(db(), key, scrubbed(typed), vault=vault())
        return page(desk)
    errors = desk.reading.errors | desk.reading.missing()
    if is_dealt_with(db(), key):
        errors |= {"topics.main": [_("A colleague has dealt with this online request already.")]}
    return (page(desk, errors=errors), 422) if errors else taken(key, desk)


def taken(key: UUID, desk: Desk) -> ResponseReturnValue:
    """The case of a complete intake, which from now on is what its key stands for."""
    case = take_in(db(), desk.reading.intake(), by=me(), engine=desk.engine, vault=vault())
    link(db(), key, case, by=me())
    address = url_for("cases.overview", number=case.number)
    note_case(db(), key, desk.typed, address, vault=vault())
    remember_origin(db(), case, key)
    drafts.drop(db(), key)
    flash(_("The case is taken in: %(number)s", number=case.number), "success")
    say_where(case, desk)
    return redirect(address, 303)


def sent_again(key: UUID, typed: Typed, case: str) -> ResponseReturnValue:
    """The case that came of this intake; where something else is said now, that is kept as an intake of its own."""
    if says_the_same(db(), key, typed, vault=vault()):
        return redirect(case, 303)
    onwards = open_key(db(), key)
    drafts.save(db(), onwards, scrubbed(typed), vault=vault())
    flash(_(
        "This intake is case %(number)s already, and the case was not changed. What you typed now is kept below as a "
        "new intake: take it in as a case of its own, or add it to the case under “Questions and answers” and throw "
        "it away.",
        number=number_in(case),
    ), "warning")
    return redirect(url_for("intake.go_on", key=onwards), 303)


@blueprint.post("/intake/<uuid:key>/drop")
@needs(Permission.TAKE_IN)
def drop(key: UUID) -> ResponseReturnValue:
    """Throw an unfinished intake away."""
    drafts.drop(db(), key)
    return redirect(url_for("intake.begin"), 303)


@blueprint.get("/cases/<number>/questions")
@needs(Permission.ANSWER_QUESTIONS, of=case_of)
def questions(case: Case) -> ResponseReturnValue:
    """What a case's facts are, to be answered further."""
    return show_questions(case)


@blueprint.post("/cases/<number>/questions")
@needs(Permission.ANSWER_QUESTIONS, of=case_of)
@once
def answer(case: Case) -> ResponseReturnValue:
    """Keep further answers, and decide the case again."""
    return answer_questions(case, from_form())


@blueprint.post("/cases/<number>/send-on", endpoint="send_on")
@on_case(Permission.SEND_ON)
def send_on(case: Case) -> ResponseReturnValue:
    """Send a case that may go to the centre that the rules propose."""
    return send_on_now(case)


def from_form() -> Typed:
    """What the form carries, without what only the page itself needs."""
    carried = request.form.to_dict(flat=False)
    return {name: values for name, values in carried.items() if name not in PAGES_OWN}
