"""The decision about a case, told and changed; and the queue of cases that a person has to sort."""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, json, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.i18n import _, titled
from gilmok.ground.web.request import db, me, needs, vault
from gilmok.journey.case import pages, service, words
from gilmok.journey.case import queries as case_queries
from gilmok.journey.case.actions import carry_out, on_case
from gilmok.journey.case.lists import Asked, Key, View
from gilmok.journey.case.models import Case
from gilmok.journey.case.sealed import seal_note
from gilmok.journey.case.showing import Answer, Errors, case_of, file_of, show_case
from gilmok.journey.case.stages import Stage
from gilmok.journey.case.titles import OVERRIDE_TITLES
from gilmok.journey.routing.models import PROPOSED, DecisionReceipt
from gilmok.journey.routing.place import place
from gilmok.journey.routing.queries import decisions, engine, open_proposals
from gilmok.journey.routing.rules import Decision
from gilmok.journey.routing.schemas import DESK, NOT_THERE, DeskForm
from gilmok.journey.routing.service import override
from gilmok.journey.routing.told import Teller, Told, trace_of
from gilmok.journey.routing.truth import Facts
from gilmok.modules.current import registry
from gilmok.modules.things import Target
from gilmok.network.atlas import Atlas

QUEUE_ROWS = 20
# Where the rules left a case open, nothing was proposed against which a reason could speak.
SORT = DeskForm(exclude=("reason",))

blueprint = Blueprint("routing", __name__, template_folder="templates", url_prefix="/cases")


def teller() -> Teller:
    """Tells decisions in the language of this request."""
    return Teller(registry(), engine(db(), registry()))


@blueprint.get("/<number>/decision")
@needs(Permission.SEE_CASE, of=case_of)
def decision(case: Case) -> ResponseReturnValue:
    """Where a case goes and why; `?why_not=<target>` also says what would have led elsewhere."""
    return show_decision(case)


def show_decision(case: Case, *, errors: Errors | None = None) -> Answer:
    """The decision page, with what was typed into a refused form."""
    kept = decisions(db(), case.id)
    proposal = engines_decision(kept)
    about: dict[str, Any] = proposal_values(case, proposal) if proposal else {"told": None}
    file = file_of(case)
    return show_case(
        "routing/decision.html", case, status=422 if errors else 200, file=file, errors=errors or {},
        typed=request.form, person=person_decision(kept), reasons=reason_options(), **about,
    )


def proposal_values(case: Case, proposal: DecisionReceipt) -> dict[str, Any]:
    """What the page shows of the engine's decision."""
    tells = teller()
    again = tells.again(proposal)
    told = tells.told(proposal)
    titles = tells.desks(again)
    desks = list(with_centres(case, titles, again.facts, tells.atlas))
    named = dict(desks)
    rivals = [(target, named[target]) for target, _title, _reasons in told.rivals if target in named]
    asked = request.args.get("why_not", "")
    return {
        "told": told, "kept": proposal, "changed_rules": tells.has_other_rules(proposal), "asked": asked,
        "rules": tells.rules(trace_of(again), case.facts), "told_target": again.target,
        "desks": desks, "sends": desks != titles,
        "rival_options": [*rivals, *(pair for pair in desks if pair not in rivals)],
        "why_not": tells.why_not(again, asked, case.facts) if asked in registry().targets else None,
        "all_desks": sorted(((each, words.target_title(each, registry())) for each in registry().targets),
                            key=lambda pair: pair[1]),
    }


def with_centres(case: Case, desks: list[tuple[str, str]], facts: Facts, atlas: Atlas) -> Iterator[tuple[str, str]]:
    """The desks to choose from; one at another centre, which gets the case with it, is told with that centre's name."""
    passes = case_queries.may_be_passed_on(db(), case)
    for target, title in desks:
        centre = centre_for(target, facts, atlas)
        here = centre == case.centre_id or not passes
        yield target, title if here else _("%(desk)s, at %(centre)s", desk=title, centre=words.centre_title(centre))


def centre_for(target: str, facts: Facts, atlas: Atlas) -> str:
    """The centre at which a desk is today for a case of these facts."""
    return place(registry().targets[target], facts, atlas, today()).centre.code


def engines_decision(kept: list[DecisionReceipt]) -> DecisionReceipt | None:
    """The newest decision of the engine, if there is one."""
    return next((each for each in kept if each.kind == PROPOSED), None)


def person_decision(kept: list[DecisionReceipt]) -> DecisionReceipt | None:
    """The newest decision of a person, if that is what counts now."""
    return kept[0] if kept and kept[0].kind != PROPOSED else None


def reason_options() -> list[tuple[str, str]]:
    """The reasons for which a person decides otherwise, as options."""
    return titled(OVERRIDE_TITLES)


@blueprint.get("/<number>/decision.json")
@needs(Permission.SEE_CASE, of=case_of)
def audit(case: Case) -> ResponseReturnValue:
    """The stored decisions and the trace of the newest of the engine's, for audit; no notes."""
    kept = decisions(db(), case.id)
    proposal = engines_decision(kept)
    log(db(), "decision_downloaded", cases=[case.id])
    found = {
        "case": case.number,
        "decisions": [
            {"at": each.at.isoformat(), "kind": each.kind, "status": each.status, "target": each.target,
             "centre": each.centre_id, "reason": each.reason, "receipt": each.receipt}
            for each in kept
        ],
        "trace": trace_of(teller().again(proposal)).to_json() if proposal else None,
    }
    attached = {"Content-Disposition": f"attachment; filename={case.number}-decision.json"}
    return Response(json.dumps(found, ensure_ascii=False, indent=2), headers=attached, mimetype="application/json")


@blueprint.post("/<number>/override", endpoint="override")
@on_case(Permission.OVERRIDE_DECISION)
def send_elsewhere(case: Case) -> ResponseReturnValue:
    """Send a case to another desk than the rules did, for a reason."""
    return decided_by_person(case)


@blueprint.post("/<number>/sort", endpoint="sort")
@on_case(Permission.SORT_TRIAGE)
def sort(case: Case) -> ResponseReturnValue:
    """Decide where a case goes that the rules left to a person."""
    return decided_by_person(case)


def form_of(case: Case) -> DeskForm:
    """What has to be said to decide about a case at its stage."""
    return SORT if case.stage == Stage.TRIAGE else DESK


def decided_by_person(case: Case) -> ResponseReturnValue:
    """Carry out what the form decides; what is wrong with it comes back on the decision page."""
    values, errors = form_of(case).read(request.form)
    tells = teller()
    again = proposed_again(case, tells)
    target = target_of(values.get("target", ""), tells, again)
    if target is None and "target" not in errors:
        errors["target"] = [_(NOT_THERE)]
    if errors or target is None:
        return show_decision(case, errors=errors)
    centre = centre_for(target.id, again.facts if again else {}, tells.atlas)
    passes = case_queries.may_be_passed_on(db(), case)
    at = centre if passes and not values["stays"] else case.centre_id

    def decide() -> None:
        note = seal_note(db(), case.id, values["note"], vault())
        if at != centre:
            service.note(db(), case, "stays_here" if passes else "kept_here", by=me(), about={"centre": centre})
        override(db(), case, target=target.id, centre=at, reason=values.get("reason"), by=me(), note_sealed=note)

    return carry_out(case, decide, done="decision_overridden", said=where_it_goes(case, target, at))


def proposed_again(case: Case, tells: Teller) -> Decision | None:
    """The engine's newest decision about a case, made again; None where there is none."""
    proposal = engines_decision(decisions(db(), case.id))
    return tells.again(proposal) if proposal else None


def where_it_goes(case: Case, target: Target, at: str) -> str:
    """To which desk a case goes, and to which centre if that is another one."""
    if at == case.centre_id:
        return _("The case goes to %(desk)s.", desk=_(target.title))
    return _("The case was sent to %(desk)s, at %(centre)s.", desk=_(target.title), centre=words.centre_title(at))


def target_of(chosen: str, tells: Teller, again: Decision | None) -> Target | None:
    """The desk of this id; None for one that is not there for the case."""
    there = {target for target, _title in tells.desks(again)}
    return registry().targets.get(chosen) if chosen in there else None


@blueprint.get("/triage")
@needs(Permission.SEE_CASES)
def triage() -> ResponseReturnValue:
    """The cases that wait for a person to sort them, oldest first, each with its reasons and the form that decides."""
    after = Key.read(request.args.get("after", ""))
    page = case_queries.page(db(), Asked(view=View.TRIAGE, direction="asc", after=after), rows=QUEUE_ROWS)
    proposals = open_proposals(db(), [row.case_id for row in page.rows])
    tells = teller()
    log(db(), "triage_seen", cases=[row.case_id for row in page.rows])
    lines = pages.lines_of(page.rows, names={}, vault=vault())
    entries = [
        (line, row.version, *queued(tells, proposals.get(row.case_id)))
        for line, row in zip(lines, page.rows, strict=True)
    ]
    return render_template("routing/triage.html", entries=entries, page=page)


def queued(tells: Teller, kept: DecisionReceipt | None) -> tuple[Told | None, bool]:
    """What the queue tells of a case, and whether it can be sorted there: whichever of its desks is chosen, it stays
    at the centre. Which one would get it otherwise, its own page says."""
    if kept is None:
        return None, False
    told, again = tells.told(kept), tells.again(kept)
    there = dict(tells.desks(again))
    return told, bool(told.rivals) and all(
        target in there and centre_for(target, again.facts, tells.atlas) == me().centre_id
        for target, _title, _reasons in told.rivals
    )
