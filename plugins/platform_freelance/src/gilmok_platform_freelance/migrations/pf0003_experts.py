"""Tax and legal experts: the panel, consultations in cases, written answers, letters, what is counted without names."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from gilmok.modules.site import CENTRE, HELD, OFFICIAL, allow, protect

revision = "pf0003"
down_revision = "pf0002"
branch_labels = None
depends_on = None

PREFIX = "platform_freelance_"
EXPERT, USE, COUNT = f"{PREFIX}expert", f"{PREFIX}expert_use", f"{PREFIX}expert_count"
CONSULTATION, STEP = f"{PREFIX}consultation", f"{PREFIX}consultation_step"
ANSWER, LETTER = f"{PREFIX}expert_answer", f"{PREFIX}client_letter"
STATES = "'asked', 'accepted', 'declined', 'appointed', 'answered', 'closed', 'withdrawn'"
WEB = {
    EXPERT: "SELECT, INSERT, UPDATE (profession, fields, regions, languages, ways, days, since, until, hours, wrapped,"
            " sealed, version)",
    USE: "SELECT, INSERT, UPDATE (month, minutes)",
    COUNT: "SELECT, INSERT, UPDATE (state, outcome, answered_on)",
    CONSULTATION: "SELECT, INSERT, UPDATE (state, answer_by, at, way, outcome, consent_ended_on, version)",
    STEP: "SELECT, INSERT", ANSWER: "SELECT, INSERT", LETTER: "SELECT, INSERT",
}
MANAGER = OFFICIAL.replace("'official'", "'manager'")
STAFF = f"coalesce({CENTRE}, '') <> ''"
# Whose case it is carries the consultation on, also where another centre began it.
CARRIED = (
    f"EXISTS (SELECT 1 FROM {CONSULTATION} k JOIN case_file c ON c.id = k.case_id"
    " WHERE k.id = {table}.id AND c.centre_id = " + CENTRE + ")"
)
KEPT = f"({OFFICIAL} OR ({EXPERT}.centre_id = {CENTRE} AND {MANAGER}))"


def texts(*names: str, nullable: bool = False) -> list[sa.Column[str]]:
    """Columns of text."""
    return [sa.Column(name, sa.Text(), nullable=nullable) for name in names]


def numbers(*names: str) -> list[sa.Column[int]]:
    """Columns of numbers."""
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def days(*names: str, nullable: bool = False) -> list[sa.Column[object]]:
    """Columns of days."""
    return [sa.Column(name, sa.Date(), nullable=nullable) for name in names]


def lists(*names: str) -> list[sa.Column[object]]:
    """Columns of lists of codes."""
    return [sa.Column(name, JSONB(), nullable=False) for name in names]


def sealed() -> list[sa.Column[bytes]]:
    """A wrapped key, and what it seals."""
    return [sa.Column(name, sa.LargeBinary(), nullable=False) for name in ("wrapped", "sealed")]


def refers(table: str, name: str, to: str, kind: Any, *, gone: bool = False,
           nullable: bool = False) -> list[sa.schema.SchemaItem]:
    """A column that names a row of another table; `gone`: and goes with it."""
    return [
        sa.Column(name, kind, nullable=nullable),
        sa.ForeignKeyConstraint([name], [to], name=op.f(f"fk_{table}_{name}"), ondelete="CASCADE" if gone else None),
    ]


def made(table: str, *parts: sa.schema.SchemaItem) -> None:
    """A table with a key of its own."""
    op.create_table(
        table, sa.Column("id", sa.Uuid(), nullable=False), *parts,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def of_case(table: str) -> list[sa.schema.SchemaItem]:
    """The column of the case."""
    return refers(table, "case_id", "case_file.id", sa.BigInteger(), gone=True)


def of_consultation(table: str) -> list[sa.schema.SchemaItem]:
    """The columns of the case and the consultation."""
    return [*of_case(table), *refers(table, "consultation_id", f"{CONSULTATION}.id", sa.Uuid(), gone=True)]


def upgrade() -> None:
    panel()
    consultations()
    for table, may in WEB.items():
        run(allow(table, may))
    run(protect(EXPERT, using=f"({STAFF} OR {OFFICIAL})", check=KEPT, change=KEPT))
    own = "{table}.centre_id = " + CENTRE
    for table, reads in ((USE, STAFF), (COUNT, own)):
        carried = CARRIED.format(table=table)
        run(protect(
            table, using=f"({reads.format(table=table)} OR {carried} OR {OFFICIAL})",
            check=f"({own.format(table=table)} AND {carried})", change=carried,
        ))
    for table in (CONSULTATION, STEP, ANSWER, LETTER):
        held = HELD.format(table=table)
        run(protect(table, check=held, change=held))


def panel() -> None:
    """Who is asked, and how much of their month is given away."""
    made(
        EXPERT, *refers(EXPERT, "centre_id", "centre.code", sa.Text(), nullable=True), *texts("profession"),
        *lists("fields", "regions", "languages", "ways", "days"), *days("since"), *days("until", nullable=True),
        *numbers("hours"), *sealed(), *numbers("version"), *refers(EXPERT, "made_by_id", "person.id", sa.Integer()),
        sa.CheckConstraint("hours > 0", name=op.f(f"ck_{EXPERT}_hours")),
        sa.CheckConstraint("until IS NULL OR until >= since", name=op.f(f"ck_{EXPERT}_period")),
    )
    op.create_index(op.f(f"ix_{EXPERT}_centre_id"), EXPERT, ["centre_id"])
    made(
        USE, *refers(USE, "centre_id", "centre.code", sa.Text()),
        *refers(USE, "expert_id", f"{EXPERT}.id", sa.Uuid(), gone=True), *days("asked_on", "month"),
        *numbers("minutes"),
    )
    op.create_index(op.f(f"ix_{USE}_expert_id_month"), USE, ["expert_id", "month"])
    made(
        COUNT, *refers(COUNT, "centre_id", "centre.code", sa.Text()), *texts("profession"), *lists("fields"),
        *days("asked_on"), *texts("state"), *texts("outcome", nullable=True), *days("answered_on", nullable=True),
    )
    op.create_index(op.f(f"ix_{COUNT}_centre_id"), COUNT, ["centre_id"])


def consultations() -> None:
    """What was asked in cases, what happened, what was written."""
    made(
        CONSULTATION, *of_case(CONSULTATION), *texts("case_number"),
        *refers(CONSULTATION, "expert_id", f"{EXPERT}.id", sa.Uuid()),
        *lists("fields"), *numbers("minutes"), *texts("state"), *days("asked_on", "answer_by"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True), *texts("way", "outcome", nullable=True),
        *days("consented_on", "consent_ended_on", nullable=True), *sealed(), *numbers("version"),
        *refers(CONSULTATION, "asked_by_id", "person.id", sa.Integer()),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f(f"ck_{CONSULTATION}_state")),
    )
    made(
        STEP, *of_consultation(STEP), *texts("state"), *days("on"),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        *refers(STEP, "by_id", "person.id", sa.Integer()),
    )
    made(
        ANSWER, *of_consultation(ANSWER), *numbers("number"), *days("on"), *sealed(),
        *refers(ANSWER, "by_id", "person.id", sa.Integer()),
        sa.UniqueConstraint("consultation_id", "number", name=op.f(f"uq_{ANSWER}_consultation_id_number")),
    )
    made(
        LETTER, *of_case(LETTER), *numbers("number"), *texts("kind"), *days("on"), *sealed(),
        *refers(LETTER, "by_id", "person.id", sa.Integer()),
        sa.UniqueConstraint("case_id", "number", name=op.f(f"uq_{LETTER}_case_id_number")),
    )
    for table in (CONSULTATION, STEP, ANSWER):
        op.create_index(op.f(f"ix_{table}_case_id"), table, ["case_id"])
    op.create_index(op.f(f"ix_{STEP}_consultation_id"), STEP, ["consultation_id"])


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
