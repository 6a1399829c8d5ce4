"""How many cases came to each desk, month by month."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base


class DeskCount(Base):
    """So many cases that came in a month (its first day) lie with a desk (`target`, an id) and answer a fact (`fact`,
    `code`) so: the main topic, the kind of employment. Cases of every centre are counted together, at night."""

    __tablename__ = "desk_count"
    __table_args__ = ({"info": {"web": "SELECT"}},)

    target: Mapped[str] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    fact: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    cases: Mapped[int]
