"""Projects for tests: made by one centre, with others who take part, and what is done for them."""

from datetime import timedelta
from typing import Any

from support.house import House

from gilmok.ground.clock import today
from gilmok.programmes.projects import note_service, service
from gilmok.programmes.projects.models import Project, ProjectAction
from gilmok.programmes.projects.note_models import PolicyNote

TITLE = "가상 공동사업"


def role(who: str, does: str = "현장 방문") -> dict[str, str]:
    """Somebody's part in a project."""
    return {"who": who, "name": "", "role": does}


def project_of(
    house: House, login: str = "sangdam", *, roles: tuple[str, ...] = ("centre:jungnang",), published: bool = False,
    **more: Any,
) -> Project:
    """A project of this person's centre, in which these take part."""
    given: dict[str, Any] = {
        "kind": "joint", "title": TITLE, "programme": "C7", "aim": "가상 목표", "starts_on": today(),
        "roles": [role(each) for each in roles], **more,
    }
    with house.session(login) as session:
        made = service.make(session, given, by=house.people[login])
        if published:
            service.publish(session, made, version=1, by=house.people[login])
        session.commit()
    return made


def action_of(house: House, project: Project, login: str = "sangdam", *, days: int = 0, **more: Any) -> ProjectAction:
    """Something that this person's centre does for it, so many days from today."""
    given: dict[str, Any] = {
        "kind": "street", "title": "가상 거리 상담", "day": today() + timedelta(days=days),
        "starts": None, "ends": None, "place": "가상 역 앞", "told": "", "public": True, "called_off": False,
        "people_reached": None, "leaflets_given": None, "media_mentions": None, **more,
    }
    with house.session(login) as session:
        made = service.act(session, session.get_one(Project, project.id), given, by=house.people[login])
        session.commit()
    return made


def question_of(house: House, login: str = "sicheong", days: int = 7) -> Project:
    """An agenda item of the council."""
    told = {"title": "가상 안건", "aim": "함께 할까요?", "due_on": today() + timedelta(days=days)}
    with house.session(login) as session:
        made = service.ask_council(session, told, by=house.people[login])
        session.commit()
    return made


def note_of(house: House, login: str = "senteojang", *, published: bool = True, **more: Any) -> PolicyNote:
    """A policy note of this person's centre."""
    told: dict[str, Any] = {
        "title": "가상 정책제안", "programme": "C4", "region": "", "issue": "가상 현안",
        "evidence": [{"figure": "가상 수치 3", "source": "가상 자료"}], "proposal": "가상 제안",
        "to_whom": "서울시", **more,
    }
    by = house.people[login]
    with house.session(login) as session:
        made = note_service.write(session, told, by=by)
        if published:
            note_service.adopt(session, made, version=1, by=by)
            note_service.publish(session, made, "", version=2, by=by)
        session.commit()
    return made
