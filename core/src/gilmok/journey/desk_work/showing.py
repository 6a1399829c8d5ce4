"""The tab 'Work of the desk' of a case, worked out beforehand."""

from dataclasses import dataclass
from typing import Any

from flask import request

from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, vault
from gilmok.journey.case.file import CaseFile
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import Answer, Errors, file_of, show_case, told_to_modules
from gilmok.journey.counselling import showing, task_lists
from gilmok.journey.counselling.task_lists import TaskLine
from gilmok.journey.desk_work.asking import Asking, asking
from gilmok.journey.desk_work.queries import desk_of, known_facts
from gilmok.journey.desk_work.service import key_of
from gilmok.journey.intake.reading import Typed, scrubbed, told_as_shown
from gilmok.journey.intake.showing import answers_to
from gilmok.journey.routing.truth import Truth, evaluate
from gilmok.modules import slots
from gilmok.modules.at_desk import AtDesk
from gilmok.modules.casework import WorkStep
from gilmok.modules.current import registry
from gilmok.modules.parts import SlotPlace


@dataclass(frozen=True)
class Line:
    """A step in the list: what is to be done, and the task that it is, if somebody did it or is to do it."""

    step: WorkStep
    task: TaskLine | None

    @property
    def done(self) -> bool:
        """Whether it is done."""
        return self.task is not None and self.task.done_at is not None


@dataclass(frozen=True)
class Work:
    """A case as its desk works on it."""

    file: CaseFile
    at: AtDesk
    facts: dict[str, Any]

    @property
    def steps(self) -> tuple[WorkStep, ...]:
        """The steps of the case; those whose condition does not hold are left out."""
        return tuple(
            each for each in self.at.steps if each.when is None or evaluate(each.when, self.facts) is not Truth.NO
        )

    def step(self, name: str) -> WorkStep | None:
        """The step of this id, if the case has it."""
        return next((each for each in self.steps if each.id == name), None)

    def asking(self) -> Asking:
        """What is asked now."""
        return asking(db(), self.file, self.at.questions, self.facts)


def work_of(case: Case) -> Work:
    """What there is to do in a case by its desk."""
    return Work(file_of(case), desk_of(db(), case), known_facts(db(), case))


def lines_of(work: Work) -> list[Line]:
    """The steps in their order, each with how it stands."""
    tasks = {each.key: each for each in task_lists.tasks_of(db(), work.file.case, vault=vault())}
    return [Line(each, tasks.get(key_of(each.id))) for each in work.steps]


def show_work(
    case: Case, *, typed: Typed | None = None, errors: Errors | None = None, stale: bool = False,
    planning: str = "",
) -> Answer:
    """The tab; with what was typed into a refused form, or one that somebody else was quicker to send. `planning`: the
    step that is being given to somebody."""
    work = work_of(case)
    asked, lines = work.asking(), lines_of(work)
    shown = asked.typed() if typed is None else scrubbed(typed)
    return show_case(
        "desk_work/index.html", case, status=showing.status_of(errors, stale=stale), file=work.file, at=work.at,
        lines=lines, next_up=next_of(lines), asked=asked, guides=registry().guides.get(case.target or "", ()),
        version=work.file.later.version, stale=stale, theirs=theirs(asked, shown), planning=planning,
        plan={"owner": request.form.get("owner", str(me().id)), "due_on": request.form.get("due_on", "")},
        errors=told_as_shown(errors or {}, typed or {}), options_of_field=answers_to,
        given=lambda name: next(filter(None, shown.get(name, [])), ""), given_all=lambda name: shown.get(name, []),
        colleagues=showing.choices(db(), case)["person"],
        of_module=slots.shown(SlotPlace.CASE_OVERVIEW, case.target, told_to_modules(case)),
    )


def next_of(lines: list[Line]) -> Line | None:
    """The step that is to be done next; None where all is done."""
    return next((each for each in lines if not each.done), None)


def theirs(asked: Asking, shown: Typed) -> list[tuple[str, str]]:
    """What somebody else has answered meanwhile, where it differs from what was typed: question and answer."""
    kept = asked.typed()
    return [
        (_(each.label), ", ".join(kept.get(each.id, [])) or _("nothing"))
        for each in asked.questions if kept.get(each.id, []) != list(filter(None, shown.get(each.id, [])))
    ]
