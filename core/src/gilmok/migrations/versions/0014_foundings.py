"""Support in founding a union: how each founding stands, what is told of it, whom to call, and what was noted along it."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import CENTRE, allow, protect

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None

OWN = f"centre_id = {CENTRE}"
# An official counts; the ledger and its moves name neither a person nor a workplace.
COUNTS = "EXISTS (SELECT FROM person p WHERE p.id::text = current_setting('gilmok.person', true) AND p.role = 'official')"
WEB = {
    "founding": "SELECT, INSERT, UPDATE (kind, joining, handler_id, gathering_id, stage, stage_on, supplement_by,"
                " due_on, due_limit, told_version, version)",
    "founding_told": "SELECT, INSERT",
    "founding_contact": "SELECT, INSERT, UPDATE (wrapped, name, phone, consent_version, consent_hash,"
                        " sensitive_version, sensitive_hash, at, by_id)",
    "founding_move": "SELECT, INSERT",
    "founding_tick": "SELECT, INSERT",
    "founding_practice": "SELECT, INSERT, UPDATE (ending, ended_at, ended_by_id)",
    "founding_talk": "SELECT, INSERT",
}


def upgrade() -> None:
    op.create_table('founding',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('joining', sa.Integer(), nullable=False),
    sa.Column('handler_id', sa.Integer(), nullable=True),
    sa.Column('gathering_id', sa.BigInteger(), nullable=True),
    sa.Column('stage', sa.Text(), nullable=False),
    sa.Column('stage_on', sa.Date(), nullable=False),
    sa.Column('supplement_by', sa.Date(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('due_limit', sa.Text(), nullable=False),
    sa.Column('told_version', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_founding_centre_id')),
    sa.ForeignKeyConstraint(['gathering_id', 'centre_id'], ['gathering.id', 'gathering.centre_id'], name=op.f('fk_founding_gathering_id_centre_id')),
    sa.ForeignKeyConstraint(['handler_id'], ['person.id'], name=op.f('fk_founding_handler_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_founding_made_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_founding')),
    sa.UniqueConstraint('id', 'centre_id', name=op.f('uq_founding_id_centre_id')),
    sa.UniqueConstraint('key', name=op.f('uq_founding_key')),
    )
    op.create_index(op.f('ix_founding_centre_id_due_on'), 'founding', ['centre_id', 'due_on'])
    op.create_table('founding_told',
    sa.Column('founding_id', sa.BigInteger(), nullable=False),
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('name', sa.LargeBinary(), nullable=False),
    sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    of_founding('founding_told'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_founding_told_person_id')),
    sa.PrimaryKeyConstraint('founding_id', 'version', name=op.f('pk_founding_told')),
    )
    op.create_table('founding_contact',
    sa.Column('founding_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=True),
    sa.Column('name', sa.LargeBinary(), nullable=True),
    sa.Column('phone', sa.LargeBinary(), nullable=True),
    sa.Column('consent_version', sa.Text(), nullable=False),
    sa.Column('consent_hash', sa.Text(), nullable=False),
    sa.Column('sensitive_version', sa.Text(), nullable=False),
    sa.Column('sensitive_hash', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    of_founding('founding_contact'),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_founding_contact_by_id')),
    sa.PrimaryKeyConstraint('founding_id', name=op.f('pk_founding_contact')),
    )
    along('founding_move',
    sa.Column('from_stage', sa.Text(), nullable=True),
    sa.Column('to_stage', sa.Text(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    )
    along('founding_tick',
    sa.Column('item', sa.Text(), nullable=False),
    sa.Column('done', sa.Boolean(), nullable=False),
    )
    along('founding_practice',
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('ending', sa.Text(), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['ended_by_id'], ['person.id'], name=op.f('fk_founding_practice_ended_by_id')),
    )
    along('founding_talk',
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('text', sa.LargeBinary(), nullable=False),
    sa.UniqueConstraint('key', name=op.f('uq_founding_talk_key')),
    )
    for table, may in WEB.items():
        run(allow(table, may))
        counted = table in {"founding", "founding_move"}
        run(protect(table, using=f"({OWN}) OR {COUNTS}" if counted else OWN, check=OWN, change=OWN))


def along(table: str, *more: sa.schema.SchemaItem) -> None:
    """Make a table of what is noted along a founding: when, by whom, and `more`."""
    op.create_table(table,
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('founding_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    *more,
    of_founding(table),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f(f'fk_{table}_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{table}')),
    )
    op.create_index(op.f(f'ix_{table}_founding_id'), table, ['founding_id'])


def of_founding(table: str) -> sa.ForeignKeyConstraint:
    """That a row belongs to a founding, and to its centre."""
    return sa.ForeignKeyConstraint(['founding_id', 'centre_id'], ['founding.id', 'founding.centre_id'], name=op.f(f'fk_{table}_founding_id_centre_id'), ondelete='CASCADE')


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
