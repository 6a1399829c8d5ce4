"""Tasks: on the case they belong to, and one's own from all cases on a page."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.errors import ChangedMeanwhile, NotFound
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once, vault
from gilmok.journey.case import queries
from gilmok.journey.case.models import Case
from gilmok.journey.case.schemas import CHOOSE_COLLEAGUE
from gilmok.journey.case.showing import Answer, case_of, show_case
from gilmok.journey.counselling import follow_ups, showing, task_lists, tasks
from gilmok.journey.counselling.schemas import FOLLOW_UP, TASK, Errors
from gilmok.journey.counselling.tab import OnCase, address_of, of_case, sealing_of, show_tab
from gilmok.journey.counselling.task_lists import TaskLine
from gilmok.journey.counselling.tasks import Wording

blueprint = Blueprint("tasks", __name__, template_folder="templates")


@blueprint.get("/tasks/")
@needs(Permission.SEE_CASES)
def index() -> ResponseReturnValue:
    """What one has to do in all cases, what is over its day first; with `whose=all` what the centre has to do."""
    mine = request.args.get("whose") != "all"
    todo, seen = task_lists.open_tasks(db(), mine=mine, vault=vault())
    own, of_all, _due = task_lists.counts(db())
    asks, asks_of_all = follow_ups.waiting(db(), mine=True), follow_ups.waiting(db(), mine=False)
    shown = asks if mine else asks_of_all
    log(db(), "tasks_seen", cases=sorted({*seen, *(each.case_id for each in shown)}))
    tabs = [
        (_("My tasks"), url_for("tasks.index"), str(own + len(asks)), mine),
        (_("Tasks of the centre"), url_for("tasks.index", whose="all"), str(of_all + len(asks_of_all)), not mine),
    ]
    done = task_lists.done_lately(db(), mine=mine, vault=vault())
    return render_template(
        "counselling/tasks.html", todo=todo, done=done, mine=mine, tabs=tabs, most=task_lists.MOST_SHOWN, asks=shown,
    )


@blueprint.post("/cases/<number>/tasks/")
@once
@needs(Permission.COUNSEL_CASE, of=case_of)
def add(case: Case) -> ResponseReturnValue:
    """Give oneself or a colleague something to do for a case."""
    what, errors = read_task(case, request.form)
    if what is None:
        return show_tab(case, errors=errors, typed=request.form)
    tasks.add_task(db(), case, what, by=me(), sealing=sealing_of(case))
    log(db(), "task_added", cases=[case.id], to=what.owner.id)
    flash(_("The task is with %(name)s now.", name=what.owner.name), "success")
    return redirect(f"{address_of(case)}#tasks", 303)


def read_task(case: Case, typed: Mapping[str, str]) -> tuple[Wording | None, Errors]:
    """The task that a form tells, None where something is wrong; and by field what is."""
    values, errors = TASK.read(typed)
    owner = queries.colleague(db(), case.centre_id, values["owner"]) if "owner" in values else None
    if owner is None:
        errors = {**errors, "owner": [_(CHOOSE_COLLEAGUE)]}
    if errors or owner is None:
        return None, errors
    return Wording(values["title"], owner, values.get("due_on")), {}


@blueprint.get("/cases/<number>/tasks/<uuid:key>")
@needs(Permission.COUNSEL_CASE, of=of_case)
def task(at: OnCase) -> ResponseReturnValue:
    """The form in which a task is changed."""
    return show_task(at, {})


def show_task(at: OnCase, errors: Errors, *, stale: bool = False) -> Answer:
    """The form with what was typed; `stale`: beside it what the task says by now."""
    stands = standing(at)
    kept = {"title": stands.title, "owner": str(stands.owner_id), "due_on": str(stands.due_on or "")}
    typed = {name: request.form.get(name, kept[name]) for name in TASK.fields}
    mark = stands.mark if stale else request.form.get("version", stands.mark)
    return show_case(
        "counselling/task.html", at.case, status=showing.status_of(errors, stale=stale), errors=errors, typed=typed,
        task=stands, stale=stale, mark=mark, back=request.values.get("back", ""), way_back=way_back(at),
        colleagues=showing.choices(db(), at.case)["person"],
    )


def standing(at: OnCase) -> TaskLine:
    """The task that the address names, as it stands; raises NotFound."""
    for each in task_lists.tasks_of(db(), at.case, vault=vault()):
        if each.key == at.key:
            return each
    raise NotFound


def way_back(at: OnCase) -> str:
    """The address from which one came: one of the lists of tasks, or the case's tab."""
    from_list = {"mine": url_for("tasks.index"), "all": url_for("tasks.index", whose="all")}
    return from_list.get(request.values.get("back", ""), f"{address_of(at.case)}#tasks")


@blueprint.post("/cases/<number>/tasks/<uuid:key>")
@once
@needs(Permission.COUNSEL_CASE, of=of_case)
def change(at: OnCase) -> ResponseReturnValue:
    """Let a task say something else; if someone was quicker, both texts come back."""
    what, errors = read_task(at.case, request.form)
    if what is None:
        return show_task(at, errors)
    stands = standing(at)
    if request.form.get("version") != stands.mark:
        return show_task(at, {}, stale=True)
    try:
        changed = tasks.change_task(db(), at.case, at.key, what, version=stands.version, by=me(), sealing=at.sealing)
    except ChangedMeanwhile:
        return show_task(at, {}, stale=True)
    if changed:
        log(db(), "task_changed", cases=[at.case.id], to=what.owner.id, version=stands.version + 1)
    flash(_("The task is changed.") if changed else _("Nothing is different, so nothing was changed."), "success")
    return redirect(way_back(at), 303)


@blueprint.post("/cases/<number>/follow-up")
@once
@needs(Permission.COUNSEL_CASE, of=case_of)
def follow_up(case: Case) -> ResponseReturnValue:
    """Keep what the person said some time after the case was closed."""
    values, errors = FOLLOW_UP.read(request.form)
    if errors:
        return show_tab(case, errors=errors, typed=request.form)
    follow_ups.answer(db(), case, **values, by=me())
    log(db(), "followed_up", cases=[case.id], days=values["days"])
    flash(_("The answers are kept."), "success")
    return redirect(address_of(case), 303)


@blueprint.post("/cases/<number>/tasks/<uuid:key>/done")
@needs(Permission.COUNSEL_CASE, of=of_case)
def done(at: OnCase) -> ResponseReturnValue:
    """A task is done."""
    return set_done(at, done=True, said=_("Done. It can be undone in the list of what was done."))


@blueprint.post("/cases/<number>/tasks/<uuid:key>/undo")
@needs(Permission.COUNSEL_CASE, of=of_case)
def undo(at: OnCase) -> ResponseReturnValue:
    """A task is not done after all."""
    return set_done(at, done=False, said=_("The task is open again."))


def set_done(at: OnCase, *, done: bool, said: str) -> ResponseReturnValue:
    """Note it, and go back to where one came from; a second press changes nothing."""
    standing(at)
    if tasks.set_done(db(), at.case, at.key, done=done, by=me(), sealing=at.sealing):
        log(db(), "task_done" if done else "task_undone", cases=[at.case.id])
        flash(said, "success")
    return redirect(way_back(at), 303)
