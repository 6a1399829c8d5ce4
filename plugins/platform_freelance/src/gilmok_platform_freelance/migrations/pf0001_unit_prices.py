"""Standard unit prices: kinds of work, observations, versions that somebody else reviews, comparisons in cases."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from gilmok.modules.site import CENTRE, HELD, OFFICIAL, allow, protect

revision = "pf0001"
down_revision = None
branch_labels = None
depends_on = None

KIND, OBSERVATION, RELEASE, COMPARISON = (
    f"platform_freelance_price_{each}" for each in ("kind", "observation", "release", "comparison")
)
WEB = {
    KIND: "SELECT, INSERT, UPDATE (field_ko, field_en, name_ko, name_en, unit_ko, unit_en, active, version)",
    OBSERVATION: "SELECT, INSERT, UPDATE (withdrawn_on, withdrawn_why)",
    RELEASE: "SELECT, INSERT, UPDATE (state, version, reviewed_by_id, reviewed_on, review, number, published_by_id,"
             " published_on, change, ended_on, reason)",
    COMPARISON: "SELECT, INSERT",
}
MANAGER = OFFICIAL.replace("'official'", "'manager'")
# A centre's observations are its own to add and to take back; the city's are its officials', who read all.
OWN = f"({OBSERVATION}.centre_id = {CENTRE} OR ({OBSERVATION}.centre_id IS NULL AND {OFFICIAL}))"


def texts(*names: str) -> list[sa.Column[str]]:
    """Columns of text that are never empty."""
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def person(name: str, *, table: str, nullable: bool = False) -> list[sa.schema.SchemaItem]:
    """A column that names somebody of the staff."""
    return [
        sa.Column(name, sa.Integer(), nullable=nullable),
        sa.ForeignKeyConstraint([name], ["person.id"], name=op.f(f"fk_{table}_{name}")),
    ]


def upgrade() -> None:
    op.create_table(
        KIND,
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        *texts("code", "field_ko", "field_en", "name_ko", "name_en", "unit_ko", "unit_en"),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *person("made_by_id", table=KIND),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{KIND}")),
        sa.UniqueConstraint("code", name=op.f(f"uq_{KIND}_code")),
    )
    observations()
    releases()
    op.create_table(
        COMPARISON,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("at_version", sa.Integer(), nullable=False),
        sa.Column("paid", sa.Numeric(16, 2), nullable=False),
        sa.Column("percent", sa.BigInteger(), nullable=False),
        sa.Column("basis", JSONB(), nullable=False),
        sa.Column("compared_on", sa.Date(), nullable=False),
        *person("compared_by_id", table=COMPARISON),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f(f"fk_{COMPARISON}_case_id"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{COMPARISON}")),
    )
    op.create_index(op.f(f"ix_{COMPARISON}_case_id"), COMPARISON, ["case_id"])
    for table, may in WEB.items():
        run(allow(table, may))
    run(protect(KIND, using="true", check=OFFICIAL, change=OFFICIAL))
    run(protect(OBSERVATION, using=f"({OWN} OR {OFFICIAL})", check=OWN, change=OWN))
    # What has a number is everybody's. A manager sees what is to be reviewed, and changes nothing that is.
    run(protect(
        RELEASE, using=f"(number IS NOT NULL OR {OFFICIAL} OR {MANAGER})", check=f"({OFFICIAL} AND state = 'draft')",
        change=f"({OFFICIAL} OR ({MANAGER} AND state = 'draft'))",
    ))
    run(protect(COMPARISON, check=HELD.format(table=COMPARISON)))


def observations() -> None:
    """What was seen to be paid."""
    op.create_table(
        OBSERVATION,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Text(), nullable=True),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column("won", sa.Numeric(14, 0), nullable=False),
        sa.Column("quantity", sa.Numeric(12, 2), nullable=False),
        sa.Column("unit_price", sa.Numeric(16, 2), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        *texts("experience", "region", "source"),
        sa.Column("evidence", sa.Boolean(), nullable=False),
        sa.Column("giver", sa.LargeBinary(), nullable=False),
        *person("entered_by_id", table=OBSERVATION),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_why", sa.Text(), nullable=True),
        sa.CheckConstraint("won > 0 AND quantity > 0 AND unit_price > 0", name=op.f(f"ck_{OBSERVATION}_positive")),
        sa.ForeignKeyConstraint(["centre_id"], ["centre.code"], name=op.f(f"fk_{OBSERVATION}_centre_id")),
        sa.ForeignKeyConstraint(["kind_id"], [f"{KIND}.id"], name=op.f(f"fk_{OBSERVATION}_kind_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{OBSERVATION}")),
    )
    op.create_index(op.f(f"ix_{OBSERVATION}_centre_id"), OBSERVATION, ["centre_id"])
    op.create_index(op.f(f"ix_{OBSERVATION}_kind_id"), OBSERVATION, ["kind_id"])
    # One contract counts once; taken back, it may be noted anew.
    op.create_index(
        op.f(f"uq_{OBSERVATION}_giver"), OBSERVATION, ["giver", "kind_id", "month"], unique=True,
        postgresql_where="withdrawn_on IS NULL",
    )


def releases() -> None:
    """Drafts and versions."""
    states = "'draft', 'returned', 'reviewed', 'published', 'replaced', 'withdrawn'"
    op.create_table(
        RELEASE,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("method", JSONB(), nullable=False),
        sa.Column("body", JSONB(), nullable=False),
        *person("computed_by_id", table=RELEASE),
        sa.Column("computed_on", sa.Date(), nullable=False),
        *person("reviewed_by_id", table=RELEASE, nullable=True),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("review", sa.Text(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        *person("published_by_id", table=RELEASE, nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("change", sa.Text(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(f"state IN ({states})", name=op.f(f"ck_{RELEASE}_state")),
        sa.CheckConstraint("reviewed_by_id <> computed_by_id", name=op.f(f"ck_{RELEASE}_four_eyes")),
        sa.CheckConstraint("state = 'draft' OR reviewed_by_id IS NOT NULL", name=op.f(f"ck_{RELEASE}_reviewed")),
        sa.CheckConstraint(
            "(number IS NOT NULL) = (state IN ('published', 'replaced', 'withdrawn'))",
            name=op.f(f"ck_{RELEASE}_numbered"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{RELEASE}")),
        sa.UniqueConstraint("number", name=op.f(f"uq_{RELEASE}_number")),
    )


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
