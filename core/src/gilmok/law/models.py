"""What a city adds to the calendar, and when; rows are only added, the newest of a day counts."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Identity
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base


class OwnHoliday(Base):
    """What the city says of a day: a holiday of this name that the library does not know, a working day that it takes
    for a holiday (`working`), or nothing any more (`withdrawn`)."""

    __tablename__ = "own_holiday"
    __table_args__ = ({"info": {"web": "SELECT, INSERT"}},)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    day: Mapped[date] = mapped_column(index=True)
    name_ko: Mapped[str]
    name_en: Mapped[str]
    working: Mapped[bool]
    withdrawn: Mapped[bool]
    basis: Mapped[str]
    changed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]
