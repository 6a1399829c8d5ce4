"""Links to the local welfare network: agencies, whom a centre sent there, and what came of it."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import CENTRE, allow, protect

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None

WEB = {
    "welfare_agency": "SELECT, INSERT, UPDATE (name, needs, about, district, phone, since, until, checked_on, version)",
    "welfare_link": "SELECT, INSERT, UPDATE (due_on, result, version)",
    "welfare_answer": "SELECT, INSERT",
    "welfare_note": "SELECT, INSERT",
    "case_welfare": "SELECT, INSERT",
}
OWN = f"centre_id = {CENTRE}"
# An official counts; the names and what is sealed lie in tables that this opens to nobody.
COUNTS = "EXISTS (SELECT FROM person p WHERE p.id::text = current_setting('gilmok.person', true) AND p.role = 'official')"
COUNTED = ("welfare_link",)


def upgrade() -> None:
    op.create_table('welfare_agency',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('needs', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('about', sa.Text(), nullable=False),
    sa.Column('district', sa.Text(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.Column('since', sa.Date(), nullable=True),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('checked_on', sa.Date(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_welfare_agency_centre_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_welfare_agency_made_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_welfare_agency')),
    sa.UniqueConstraint('id', 'centre_id', name=op.f('uq_welfare_agency_id_centre_id')),
    sa.UniqueConstraint('key', name=op.f('uq_welfare_agency_key')),
    info={'web': WEB['welfare_agency'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_welfare_agency_centre_id'), 'welfare_agency', ['centre_id'])
    op.create_table('welfare_link',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('served_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('need', sa.Text(), nullable=False),
    sa.Column('agency_id', sa.BigInteger(), nullable=True),
    sa.Column('network_agency', sa.Text(), nullable=True),
    sa.Column('how', sa.Text(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('consent_version', sa.Text(), nullable=False),
    sa.Column('consent_hash', sa.Text(), nullable=False),
    sa.Column('sensitive_agreed', sa.Boolean(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['agency_id', 'centre_id'], ['welfare_agency.id', 'welfare_agency.centre_id'], name=op.f('fk_welfare_link_agency_id_centre_id')),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_welfare_link_by_id')),
    sa.ForeignKeyConstraint(['network_agency'], ['agency.code'], name=op.f('fk_welfare_link_network_agency')),
    sa.ForeignKeyConstraint(['served_id', 'centre_id'], ['served_person.id', 'served_person.centre_id'], name=op.f('fk_welfare_link_served_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_welfare_link')),
    sa.UniqueConstraint('id', 'centre_id', name=op.f('uq_welfare_link_id_centre_id')),
    sa.UniqueConstraint('key', name=op.f('uq_welfare_link_key')),
    info={'web': WEB['welfare_link'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_welfare_link_centre_id_due_on'), 'welfare_link', ['centre_id', 'due_on'])
    op.create_index(op.f('ix_welfare_link_served_id_id'), 'welfare_link', ['served_id', 'id'])
    op.create_table('welfare_answer',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('link_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('reached', sa.Text(), nullable=False),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_welfare_answer_by_id')),
    sa.ForeignKeyConstraint(['link_id', 'centre_id'], ['welfare_link.id', 'welfare_link.centre_id'], name=op.f('fk_welfare_answer_link_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_welfare_answer')),
    info={'web': WEB['welfare_answer'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_welfare_answer_link_id_id'), 'welfare_answer', ['link_id', 'id'])
    op.create_table('welfare_note',
    sa.Column('link_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('served_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('handed', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['link_id', 'centre_id'], ['welfare_link.id', 'welfare_link.centre_id'], name=op.f('fk_welfare_note_link_id_centre_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['served_id', 'centre_id'], ['served_name.served_id', 'served_name.centre_id'], name=op.f('fk_welfare_note_served_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('link_id', name=op.f('pk_welfare_note')),
    info={'web': WEB['welfare_note'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_welfare_note_served_id'), 'welfare_note', ['served_id'])
    op.create_table('case_welfare',
    sa.Column('case_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('link_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_welfare_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['link_id'], ['welfare_link.id'], name=op.f('fk_case_welfare_link_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('case_id', 'link_id', name=op.f('pk_case_welfare')),
    info={'web': WEB['case_welfare'], 'rows': 'case'}
    )
    for table, may in WEB.items():
        run(allow(table, may))
    for table in WEB.keys() - {"case_welfare"}:
        run(protect(table, using=f"({OWN}) OR {COUNTS}" if table in COUNTED else OWN, check=OWN, change=OWN))
    run(protect("case_welfare"))


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
