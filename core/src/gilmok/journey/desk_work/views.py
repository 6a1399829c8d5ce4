"""The addresses of a desk's work in a case: its steps and its questions."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.errors import ChangedMeanwhile, NotFound
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import case_of
from gilmok.journey.counselling import tasks
from gilmok.journey.counselling.tab import sealing_of
from gilmok.journey.counselling.task_views import read_task
from gilmok.journey.desk_work import service
from gilmok.journey.desk_work.showing import show_work, work_of
from gilmok.modules.casework import WorkStep

blueprint = Blueprint(
    "desk_work", __name__, template_folder="templates", url_prefix="/cases/<number>/desk",
)
WORK = needs(Permission.COUNSEL_CASE, of=lambda number, **_rest: case_of(number))


@blueprint.get("")
@WORK
def index(case: Case) -> ResponseReturnValue:
    """The steps of the desk, with what is done, and its questions with their answers; with `plan` in the address, the
    form that gives that step to somebody."""
    return show_work(case, planning=request.args.get("plan", ""))


def step_of_address(case: Case) -> WorkStep:
    """The step that the address names, if the case has it; raises NotFound."""
    found = work_of(case).step((request.view_args or {}).get("step", ""))
    if found is None:
        raise NotFound
    return found


def back_to(case: Case) -> ResponseReturnValue:
    """Back to the list of steps."""
    return redirect(f"{url_for('desk_work.index', number=case.number)}#steps", 303)


@blueprint.post("/steps/<step>/done")
@WORK
def done(case: Case) -> ResponseReturnValue:
    """A step is done."""
    step = step_of_address(case)
    if service.tick(db(), case, step.id, _(step.title), by=me(), sealing=sealing_of(case)):
        log(db(), "task_done", cases=[case.id], step=step.id)
        flash(_("The step is ticked off."), "success")
    return back_to(case)


@blueprint.post("/steps/<step>/undo")
@WORK
def undo(case: Case) -> ResponseReturnValue:
    """A step is not done after all."""
    step = step_of_address(case)
    if tasks.set_done(db(), case, service.key_of(step.id), done=False, by=me(), sealing=sealing_of(case)):
        log(db(), "task_undone", cases=[case.id], step=step.id)
        flash(_("The step is open again."), "success")
    return back_to(case)


@blueprint.post("/steps/<step>/plan")
@WORK
@once
def plan(case: Case) -> ResponseReturnValue:
    """Give a step to a colleague, as a task."""
    step = step_of_address(case)
    what, errors = read_task(case, {**request.form, "title": _(step.title)})
    if what is None:
        return show_work(case, errors=errors, planning=step.id)
    if service.plan(db(), case, step.id, what, by=me(), sealing=sealing_of(case)):
        log(db(), "task_added", cases=[case.id], to=what.owner.id, step=step.id)
        flash(_("The task is with %(name)s now.", name=what.owner.name), "success")
    else:
        flash(_("Somebody has it already: see below."), "warning")
    return back_to(case)


@blueprint.post("/answers")
@WORK
@once
def answer(case: Case) -> ResponseReturnValue:
    """Keep the answers to the questions of the desk."""
    work, typed = work_of(case), request.form.to_dict(flat=False)
    answers, errors = work.asking().read(typed)
    if errors:
        return show_work(case, typed=typed, errors=errors)
    seen = request.form.get("version", type=int, default=-1)
    if seen != work.file.later.version:
        return show_work(case, typed=typed, stale=True)
    try:
        service.keep_answers(db(), case, answers, version=seen, by=me(), sealing=sealing_of(case))
    except ChangedMeanwhile:
        return show_work(case, typed=typed, stale=True)
    log(db(), "desk_answered", cases=[case.id])
    flash(_("The answers are kept."), "success")
    return redirect(url_for("desk_work.index", number=case.number), 303)
