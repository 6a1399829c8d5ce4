"""The people who work with Gilmok: one account a person."""

from datetime import datetime
from time import time
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.access.policy import Role
from gilmok.ground.db import Base

ROLE_LIST = ", ".join(f"'{role}'" for role in Role)


class Person(Base):
    """Someone on the staff: a counsellor, attorney or manager of one centre, a city official, an operator."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint(f"role IN ({ROLE_LIST})", name="role"), {"info": {"web": "SELECT"}})

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]
    name: Mapped[str]
    role: Mapped[str]
    centre_id: Mapped[str | None] = mapped_column(ForeignKey("centre.code"))
    language: Mapped[str] = mapped_column(default="ko", server_default="ko")
    active: Mapped[bool] = mapped_column(default=True, server_default="true")
    # Raised when a password changes or an account is closed: cookies that name an older epoch are no longer valid.
    epoch: Mapped[int] = mapped_column(default=0, server_default="0")

    is_authenticated = True
    is_anonymous = False

    @property
    def is_active(self) -> bool:
        """Whether the account may log in."""
        return self.active

    def get_id(self) -> str:
        """What the cookie of a new login says: see `login.Login`."""
        return f"{self.id}.{self.epoch}.{int(time())}.{uuid4().hex}"


class EndedLogin(Base):
    """A login that someone ended: its cookie, wherever a copy of it may be, is nobody's from then on."""

    __tablename__ = "ended_login"
    __table_args__ = ({"info": {"web": "SELECT, INSERT"}},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class LoginFailure(Base):
    """A login that failed, kept to slow down guessing; `login_index` is a keyed digest of what was typed."""

    __tablename__ = "login_failure"
    __table_args__ = (
        Index(None, "login_index", "at"),
        {"info": {"web": "SELECT, INSERT"}},
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    login_index: Mapped[bytes]
    at: Mapped[datetime]
