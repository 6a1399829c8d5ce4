"""What one does to cases: take, assign, put back, close, reopen, reveal; on one case, or on several of a list.

Each form carries the version of the case that it was shown with. Where the case has changed since, nothing is done,
and the page that answers shows what happened meanwhile beside what was typed.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Permission, may
from gilmok.ground.audit import log
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.ground.i18n import _, ngettext, titled
from gilmok.ground.web.errors import is_partial
from gilmok.ground.web.request import View, db, me, needs, once, vault
from gilmok.journey.case import pages, queries, service
from gilmok.journey.case.endings import CLOSE_TITLES, OUTCOME_TITLES, CloseReason, Outcome
from gilmok.journey.case.models import Case
from gilmok.journey.case.schemas import ASSIGN, CHOOSE_COLLEAGUE, CLOSE, asked_of
from gilmok.journey.case.sealed import seal_note
from gilmok.journey.case.showing import case_of, file_of, show_case, show_list, show_overview, usual_view
from gilmok.modules.current import registry

Act = Callable[[], None]
MOST_CHOSEN = 50
SHOWN_EVENTS = 5


def on_case(permission: Permission) -> Callable[[View], View]:
    """An action on the case that the address names: carried out once, by who may.

    Where the case has changed since the form was shown, nothing is done. That is looked at before the permission: who
    wrote a note while a colleague was given the case gets the note back, and not only a refusal.
    """

    def decorate(view: View) -> View:
        judged = needs(permission, of=case_of)(view)

        @wraps(judged)
        def looked_at(**values: Any) -> ResponseReturnValue:
            case = case_of(**values)
            if request.form.get("version") != str(case.version) and may(me(), Permission.SEE_CASE, case):
                return show_changed(case)
            return judged(**values)

        return once(looked_at)

    return decorate


def carry_out(
    case: Case, act: Act, *, done: str, said: str, to: str = "cases.overview"
) -> ResponseReturnValue:
    """Do it, note it in the access log, say so and go to the page `to` of the case; if someone else was quicker, show
    what they did."""
    try:
        act()
    except ChangedMeanwhile:
        return show_changed(case)
    log(db(), done, cases=[case.id])
    flash(said, "success")
    return redirect(url_for(to, number=case.number), 303)


def show_changed(case: Case) -> ResponseReturnValue:
    """What others did to the case meanwhile, beside what was typed, which can be sent again."""
    db().refresh(case)
    file = file_of(case)
    names = {each.id: each.name for each in queries.staff(db(), case.centre_id)}
    events = queries.history(db(), case.id)[:SHOWN_EVENTS]
    happened = pages.timeline(events, file, registry(), names, own=case.centre_id == me().centre_id)
    typed = {name: value for name, value in request.form.items() if name not in {"csrf_token", "form_key", "version"}}
    return show_case("cases/changed.html", case, status=409, file=file, happened=happened, typed=typed)


@on_case(Permission.TAKE_CASE)
def take(case: Case) -> ResponseReturnValue:
    """Take a case that nobody has."""
    return carry_out(
        case, lambda: service.take(db(), case, by=me()), done="case_taken", said=_("The case is yours now."),
    )


@on_case(Permission.ASSIGN_CASE)
def assign(case: Case) -> ResponseReturnValue:
    """Give a case to a colleague."""
    colleague, errors = chosen_colleague()
    if colleague is None:
        return show_overview(case, errors=errors)
    return carry_out(
        case, lambda: service.assign(db(), case, colleague, by=me()), done="case_assigned",
        said=_("%(name)s has the case now.", name=colleague.name),
    )


def chosen_colleague() -> tuple[Person | None, dict[str, list[str]]]:
    """The colleague whom the form names; without one, what is wrong."""
    values, errors = ASSIGN.read(request.form)
    colleague = None if errors else queries.colleague(db(), me().centre_id, values["to"])
    if colleague is None:
        return None, errors or {"to": [_(CHOOSE_COLLEAGUE)]}
    return colleague, {}


@on_case(Permission.PUT_BACK_CASE)
def put_back(case: Case) -> ResponseReturnValue:
    """Let a case wait for someone again."""
    return carry_out(
        case, lambda: service.put_back(db(), case, by=me()), done="case_put_back",
        said=_("The case waits for a counsellor again."),
    )


@needs(Permission.CLOSE_CASE, of=case_of)
def closing(case: Case) -> ResponseReturnValue:
    """The form that ends a case."""
    return show_case("cases/close.html", case, reasons=reasons(), outcomes=outcomes(), typed={})


@on_case(Permission.CLOSE_CASE)
def close(case: Case) -> ResponseReturnValue:
    """End a case for a reason; what was typed into a refused form comes back."""
    values, errors = CLOSE.read(request.form)
    if errors:
        about = {"reasons": reasons(), "outcomes": outcomes(), "typed": request.form}
        return show_case("cases/close.html", case, status=422, errors=errors, **about)

    def end() -> None:
        note = seal_note(db(), case.id, values["note"], vault())
        service.close(
            db(), case, CloseReason(values["reason"]), by=me(), note_sealed=note, outcome=Outcome(values["outcome"]),
            recovered_won=values["recovered_won"],
        )

    return carry_out(case, end, done="case_closed", said=_("The case is closed. It stays readable."))


def reasons() -> list[tuple[str, str]]:
    """The reasons for which a case ends, as options."""
    return titled(CLOSE_TITLES)


def outcomes() -> list[tuple[str, str]]:
    """What can come of a case, as options."""
    return titled(OUTCOME_TITLES)


@on_case(Permission.REOPEN_CASE)
def reopen(case: Case) -> ResponseReturnValue:
    """Take a closed case up again."""
    return carry_out(
        case, lambda: service.reopen(db(), case, by=me()), done="case_reopened", said=_("The case is open again."),
    )


@needs(Permission.REVEAL_PERSON, of=case_of)
def reveal(case: Case) -> ResponseReturnValue:
    """Show the person in full, once; every press is in the access log."""
    log(db(), "person_revealed", cases=[case.id])
    if is_partial():
        file = file_of(case)
        return render_template("cases/_revealed.html", lines=file.someone.lines(revealed=True))
    return show_overview(case, revealed=True)


@once
@needs(Permission.SEE_CASES)
def take_several() -> ResponseReturnValue:
    """Take the chosen cases of a list."""
    return on_chosen(
        Permission.TAKE_CASE, lambda case: service.take(db(), case, by=me()), done="case_taken",
        said=lambda n: ngettext("%(num)s case is yours now.", "%(num)s cases are yours now.", n),
    )


@once
@needs(Permission.SEE_CASES)
def assign_several() -> ResponseReturnValue:
    """Give the chosen cases of a list to a colleague."""
    colleague, errors = chosen_colleague()
    if colleague is None:
        return show_list(errors)
    return on_chosen(
        Permission.ASSIGN_CASE, lambda case: service.assign(db(), case, colleague, by=me()), done="case_assigned",
        said=lambda n: ngettext(
            "%(name)s has %(num)s case more now.", "%(name)s has %(num)s cases more now.", n, name=colleague.name,
        ),
    )


def on_chosen(
    permission: Permission, act: Callable[[Case], None], *, done: str, said: Callable[[int], str]
) -> ResponseReturnValue:
    """Do it to each chosen case for which one may, and say to how many, and which were left as they are."""
    numbers = request.form.getlist("chosen")[:MOST_CHOSEN]
    if not numbers:
        return show_list({"chosen": [_("Choose a case first.")]})
    found = queries.by_numbers(db(), numbers)
    done_to = acted_on(found, permission, act)
    log(db(), done, cases=[case.id for case in done_to])
    if done_to:
        flash(said(len(done_to)), "success")
    # Only of cases that are there: what else was sent may be anything, and what is said goes into the cookie.
    say_what_was_left(sorted({case.number for case in found} - {case.number for case in done_to}))
    asked, _errors = asked_of(request, usual_view())
    return redirect(url_for("cases.index", **asked.address(after=asked.after, before=asked.before)), 303)


def acted_on(found: Iterable[Case], permission: Permission, act: Callable[[Case], None]) -> list[Case]:
    """Do it to each case for which the person may; those to which it was done."""
    cases = [case for case in found if is_open_to(me(), permission, case)]
    for case in cases:
        act(case)
    return cases


def is_open_to(person: Person, permission: Permission, case: Case) -> bool:
    """Whether the person may do this to the case, and it is at a stage where that makes sense."""
    return case.stage in service.HELD and may(person, permission, case)


def say_what_was_left(numbers: list[str]) -> None:
    """Say which of the chosen cases were left as they are."""
    if numbers:
        said = _("Left as they are, because they cannot be given out now: %(numbers)s", numbers=", ".join(numbers))
        flash(said, "warning")
