"""Projects: what centres and the city do together or as a campaign, what was done, and what each centre says."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base

COUNCIL = "council"
CITY = "city"
# What is told of each, and so may be told otherwise later.
ABOUT = (
    "title", "programme", "region", "aim", "for_whom", "starts_on", "ends_on", "roles", "links", "measures",
    "came_of_it", "due_on", "answer", "published_at", "ended_on",
)
DONE = (
    "kind", "title", "day", "starts", "ends", "place", "told", "public", "called_off", "people_reached",
    "leaflets_given", "media_mentions",
)
SAID = ("text",)


def party_of(centre: str | None) -> str:
    """Under which name a centre, or the city for None, stands among the roles of a project."""
    return f"centre:{centre}" if centre else CITY


def _of_project() -> ForeignKey:
    return ForeignKey("project.id", ondelete="CASCADE")


def _centre() -> ForeignKey:
    return ForeignKey("centre.code")


def _person() -> ForeignKey:
    return ForeignKey("person.id")


class Project(Base):
    """A project of a centre, or of the city where `centre_id` is None. It names nobody but centres and offices.

    `roles`: who takes part and does what (`who`: `centre:gwanak`, `city`, `agency:…` or `other` with a `name`); row
    security reads from it which centres see the project. `measures`: by what its aim is measured (indicator, target,
    result, source). Of an agenda item of the council `aim` is the question, `due_on` the day for the centres'
    positions, `answer` the joint answer; every centre sees it. Everybody may read what is published.
    """

    __tablename__ = "project"
    __table_args__ = (
        CheckConstraint("kind <> 'council' OR due_on IS NOT NULL", name="due"),
        CheckConstraint("ends_on IS NULL OR starts_on <= ends_on", name="period"),
        Index(None, "centre_id", "starts_on"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(ABOUT)}, version)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    centre_id: Mapped[str | None] = mapped_column(_centre())
    kind: Mapped[str]
    title: Mapped[str]
    programme: Mapped[str]
    region: Mapped[str]
    aim: Mapped[str]
    for_whom: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    roles: Mapped[list[dict[str, Any]]]
    links: Mapped[dict[str, Any]]
    measures: Mapped[list[dict[str, Any]]]
    came_of_it: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    answer: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(_person())
    published_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_on: Mapped[date | None] = mapped_column(default=None)

    def takes(self, centre: str | None) -> bool:
        """Whether a centre, or the city for None, takes part: leads it, has a role, or it is an agenda item."""
        named = {each["who"] for each in self.roles}
        return centre == self.centre_id or self.kind == COUNCIL or party_of(centre) in named


class ProjectAction(Base):
    """Something that a centre, or the city, does for a project on a day, and how far it reached: people are estimated
    where they are met, leaflets and mentions in the media counted; None where nobody wrote it down."""

    __tablename__ = "project_action"
    __table_args__ = (
        Index(None, "project_id", "day"),
        Index(None, "day"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(DONE)}, version)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    project_id: Mapped[int] = mapped_column(BigInteger, _of_project())
    centre_id: Mapped[str | None] = mapped_column(_centre())
    kind: Mapped[str]
    title: Mapped[str]
    day: Mapped[date]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    place: Mapped[str]
    told: Mapped[str]
    public: Mapped[bool]
    called_off: Mapped[bool]
    people_reached: Mapped[int | None]
    leaflets_given: Mapped[int | None]
    media_mentions: Mapped[int | None]
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(_person())


class ProjectPosition(Base):
    """What one centre says to an agenda item of the council."""

    __tablename__ = "project_position"
    __table_args__ = (
        UniqueConstraint("project_id", "centre_id"),
        {"info": {"web": "SELECT, INSERT, UPDATE (text, version)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    project_id: Mapped[int] = mapped_column(BigInteger, _of_project())
    centre_id: Mapped[str] = mapped_column(_centre())
    text: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)


class ProjectRevision(Base):
    """What was told from this version on of a project, an action or a position (`what`, `row_id`); never changed."""

    __tablename__ = "project_revision"
    __table_args__ = (
        Index(None, "project_id"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    what: Mapped[str] = mapped_column(primary_key=True)
    row_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    project_id: Mapped[int] = mapped_column(BigInteger, _of_project())
    centre_id: Mapped[str | None] = mapped_column(_centre())
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())
    told: Mapped[dict[str, Any]]
