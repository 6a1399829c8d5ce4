"""Which links to welfare agencies came of which case."""

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base, OfCase


class CaseWelfare(OfCase, Base):
    """That a link was made for the person of a case; the link itself is its centre's alone."""

    __tablename__ = "case_welfare"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "case"}},)

    case_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("case_file.id", ondelete="CASCADE"), primary_key=True, autoincrement=False,
    )
    link_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("welfare_link.id", ondelete="CASCADE"), primary_key=True, autoincrement=False,
    )
