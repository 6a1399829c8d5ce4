"""The tab 'Counselling' of a case, and the form in which a talk is written down or corrected."""

from uuid import uuid4

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.ground.formats.identifiers import scrub
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once
from gilmok.ground.web.words import moment
from gilmok.journey.case import queries
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import case_of, file_of, show_case
from gilmok.journey.counselling import advice, drafts, showing, talks
from gilmok.journey.counselling.models import Consultation
from gilmok.journey.counselling.schemas import TALK, Errors, read_talk
from gilmok.journey.counselling.tab import OnCase, address_of, of_case, show_tab
from gilmok.law.shipped import shipped

blueprint = Blueprint("counselling", __name__, template_folder="templates", url_prefix="/cases/<number>/counselling")
Typed = dict[str, list[str]]


@blueprint.get("/")
@needs(Permission.COUNSEL_CASE, of=case_of)
def tab(case: Case) -> ResponseReturnValue:
    """Everything that was talked about in a case, and what is to be done."""
    return show_tab(case)


@blueprint.get("/new")
@needs(Permission.COUNSEL_CASE, of=case_of)
def begin(case: Case) -> ResponseReturnValue:
    """A new talk at an address of its own, or the one that one has not finished."""
    key = drafts.unfinished(db(), case.id) or uuid4()
    return redirect(url_for("counselling.talk", number=case.number, key=key), 303)


@blueprint.get("/talks/<uuid:key>")
@needs(Permission.COUNSEL_CASE, of=of_case)
def talk(at: OnCase) -> ResponseReturnValue:
    """The form of a talk: as it was left, else as it was kept, else empty."""
    kept = drafts.draft_of(db(), at.case.id, at.key, sealing=at.sealing)
    return show_talk(at, kept.typed if kept else None, draft=kept)


def show_talk(
    at: OnCase, typed: Typed | None, *, errors: Errors | None = None, stale: bool = False,
    draft: drafts.Kept | None = None,
) -> ResponseReturnValue:
    """The form of a talk with what was typed; `stale`: beside it what someone else has written meanwhile."""
    file = file_of(at.case)
    stored = talks.newest(db(), at.case.id, at.key)
    if typed is None:
        typed = showing.as_typed(stored, file) if stored else showing.fresh(at.case, me())
    # What was begun goes on from the version that it was begun with, so that what was corrected meanwhile is seen.
    version = "" if stale else showing.one(typed, "version")
    return show_case(
        "counselling/talk.html", at.case, status=showing.status_of(errors, stale=stale), file=file, key=at.key,
        errors=errors or {}, typed=showing.one_by_one(typed, TALK.fields), topics=typed.get("topics", []),
        version=version or str(version_of(stored)), stored=stored, draft=draft, law=shipped(),
        advice_sections=advice.sections({at.case.topic, *typed.get("topics", [])}, today()),
        choices=showing.choices(db(), at.case),
        theirs=showing.in_words([stored], file, showing.names_of(db(), at.case)) if stored and stale else None,
    )


def version_of(stored: Consultation | None) -> int:
    """Which version of a talk is kept; 0 where nothing is."""
    return stored.version if stored else 0


@blueprint.post("/talks/<uuid:key>")
@once
@needs(Permission.COUNSEL_CASE, of=of_case)
def keep(at: OnCase) -> ResponseReturnValue:
    """Write a talk down, or correct it; if someone was quicker, both texts come back."""
    typed = request.form.to_dict(flat=False)
    if code := request.form.get("insert"):
        return show_talk(at, {**typed, "advised": [advice.inserted(showing.one(typed, "advised"), code, today())]})
    told, errors = read_talk(request.form)
    if told and queries.colleague(db(), at.case.centre_id, told.person_id) is None:
        errors = {"person": [_("Please choose one.")]}
    if told is None or errors:
        return show_talk(at, typed, errors=errors)
    version = version_of(talks.newest(db(), at.case.id, at.key))
    if request.form.get("version") != str(version):
        return show_talk(at, typed, stale=True)
    try:
        talks.write_down(db(), at.case, at.key, told, version=version + 1, by=me(), sealing=at.sealing)
    except ChangedMeanwhile:
        return show_talk(at, typed, stale=True)
    drafts.drop_draft(db(), at.case.id, at.key)
    log(db(), "counselled", cases=[at.case.id], version=version + 1)
    flash(_("The talk is kept."), "success")
    return redirect(address_of(at.case), 303)


@blueprint.post("/talks/<uuid:key>/draft")
@needs(Permission.COUNSEL_CASE, of=of_case)
def draft(at: OnCase) -> ResponseReturnValue:
    """Keep what was typed so far, without numbers that must not be kept; says when, for the page's script."""
    carried = request.form.to_dict(flat=False)
    typed = {name: [scrub(each.replace("\x00", "")[:20_000]).text for each in carried[name]]
             for name in (*TALK.fields, "version") if name in carried}
    saved_at = drafts.keep_draft(db(), at.case.id, at.key, typed, sealing=at.sealing)
    return _("Draft kept at %(time)s", time=moment(saved_at)), {"Content-Type": "text/plain; charset=utf-8"}


@blueprint.post("/talks/<uuid:key>/drop")
@needs(Permission.COUNSEL_CASE, of=of_case)
def drop(at: OnCase) -> ResponseReturnValue:
    """Throw a draft away."""
    drafts.drop_draft(db(), at.case.id, at.key)
    flash(_("The draft is thrown away."))
    return redirect(address_of(at.case), 303)
