"""People served beside cases; job support: openings, guidance, placement and what came of it."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import CENTRE, allow, protect

revision = '0016'
down_revision = '0014'
branch_labels = None
depends_on = None

WEB = {
    "served_person": "SELECT, INSERT, UPDATE (last_on)",
    "served_name": "SELECT, INSERT",
    "served_consent": "SELECT, INSERT",
    "job_opening": "SELECT, INSERT, UPDATE (employer, through, work, district, place, hours, pay, pay_unit, hours_day, hours_week, conditions, source, valid_until, public, version, closed_at)",
    "guidance": "SELECT, INSERT, UPDATE (done_at)",
    "guidance_text": "SELECT, INSERT",
    "placement": "SELECT, INSERT, UPDATE (state, hired_on, version)",
    "placement_move": "SELECT, INSERT",
    "placement_check": "SELECT, INSERT",
}
OWN = f"centre_id = {CENTRE}"
# An official counts; the names and what is sealed lie in tables that this opens to nobody.
COUNTS = "EXISTS (SELECT FROM person p WHERE p.id::text = current_setting('gilmok.person', true) AND p.role = 'official')"
COUNTED = ("served_person", "guidance", "placement", "placement_check")
# Everybody may read what is published and still holds today.
PUBLISHED = "public AND closed_at IS NULL AND valid_until >= (now() AT TIME ZONE 'Asia/Seoul')::date"


def upgrade() -> None:
    op.create_table('served_person',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('who', sa.LargeBinary(), nullable=False),
    sa.Column('erased', sa.Boolean(), server_default='false', nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('last_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_served_person_by_id')),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_served_person_centre_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_served_person')),
    sa.UniqueConstraint('id', 'centre_id', name=op.f('uq_served_person_id_centre_id')),
    sa.UniqueConstraint('key', name=op.f('uq_served_person_key')),
    info={'web': WEB['served_person'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_served_person_centre_id_last_on'), 'served_person', ['centre_id', 'last_on'])
    op.create_index(op.f('ix_served_person_who'), 'served_person', ['who'])
    op.create_table('served_name',
    sa.Column('served_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('name', sa.LargeBinary(), nullable=False),
    sa.Column('name_index', sa.LargeBinary(), nullable=False),
    sa.Column('phone', sa.LargeBinary(), nullable=True),
    sa.Column('phone_index', sa.LargeBinary(), nullable=True),
    sa.Column('email', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['served_id', 'centre_id'], ['served_person.id', 'served_person.centre_id'], name=op.f('fk_served_name_served_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('served_id', name=op.f('pk_served_name')),
    sa.UniqueConstraint('served_id', 'centre_id', name=op.f('uq_served_name_served_id_centre_id')),
    info={'web': WEB['served_name'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_served_name_centre_id_name_index'), 'served_name', ['centre_id', 'name_index'])
    op.create_index(op.f('ix_served_name_centre_id_phone_index'), 'served_name', ['centre_id', 'phone_index'])
    op.create_table('served_consent',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('served_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('given', sa.Boolean(), nullable=False),
    sa.Column('text_version', sa.Text(), nullable=False),
    sa.Column('text_hash', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_served_consent_by_id')),
    sa.ForeignKeyConstraint(['served_id', 'centre_id'], ['served_person.id', 'served_person.centre_id'], name=op.f('fk_served_consent_served_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_served_consent')),
    info={'web': WEB['served_consent'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_served_consent_served_id_id'), 'served_consent', ['served_id', 'id'])
    op.create_table('job_opening',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('employer', sa.Text(), nullable=False),
    sa.Column('through', sa.Text(), nullable=False),
    sa.Column('work', sa.Text(), nullable=False),
    sa.Column('district', sa.Text(), nullable=False),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('hours', sa.Text(), nullable=False),
    sa.Column('pay', sa.BigInteger(), nullable=True),
    sa.Column('pay_unit', sa.Text(), nullable=False),
    sa.Column('hours_day', sa.Numeric(precision=4, scale=2), nullable=True),
    sa.Column('hours_week', sa.Numeric(precision=5, scale=2), nullable=True),
    sa.Column('conditions', sa.Text(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('valid_until', sa.Date(), nullable=False),
    sa.Column('public', sa.Boolean(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_job_opening_centre_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_job_opening_made_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_job_opening')),
    sa.UniqueConstraint('id', 'centre_id', name=op.f('uq_job_opening_id_centre_id')),
    sa.UniqueConstraint('key', name=op.f('uq_job_opening_key')),
    info={'web': WEB['job_opening'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_job_opening_centre_id_valid_until'), 'job_opening', ['centre_id', 'valid_until'])
    op.create_table('guidance',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('served_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('next_on', sa.Date(), nullable=True),
    sa.Column('linked', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('gathering_id', sa.BigInteger(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_guidance_by_id')),
    sa.ForeignKeyConstraint(['gathering_id'], ['gathering.id'], name=op.f('fk_guidance_gathering_id')),
    sa.ForeignKeyConstraint(['served_id', 'centre_id'], ['served_person.id', 'served_person.centre_id'], name=op.f('fk_guidance_served_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guidance')),
    sa.UniqueConstraint('id', 'centre_id', name=op.f('uq_guidance_id_centre_id')),
    sa.UniqueConstraint('key', name=op.f('uq_guidance_key')),
    info={'web': WEB['guidance'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_guidance_centre_id_next_on'), 'guidance', ['centre_id', 'next_on'], postgresql_where='done_at IS NULL')
    op.create_index(op.f('ix_guidance_served_id_id'), 'guidance', ['served_id', 'id'])
    op.create_table('guidance_text',
    sa.Column('guidance_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('served_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('said', sa.LargeBinary(), nullable=False),
    sa.Column('agreed', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['guidance_id', 'centre_id'], ['guidance.id', 'guidance.centre_id'], name=op.f('fk_guidance_text_guidance_id_centre_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['served_id', 'centre_id'], ['served_name.served_id', 'served_name.centre_id'], name=op.f('fk_guidance_text_served_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('guidance_id', name=op.f('pk_guidance_text')),
    info={'web': WEB['guidance_text'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_guidance_text_served_id'), 'guidance_text', ['served_id'])
    op.create_table('placement',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('served_id', sa.BigInteger(), nullable=False),
    sa.Column('opening_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('hired_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_placement_by_id')),
    sa.ForeignKeyConstraint(['opening_id', 'centre_id'], ['job_opening.id', 'job_opening.centre_id'], name=op.f('fk_placement_opening_id_centre_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['served_id', 'centre_id'], ['served_person.id', 'served_person.centre_id'], name=op.f('fk_placement_served_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_placement')),
    sa.UniqueConstraint('id', 'centre_id', name=op.f('uq_placement_id_centre_id')),
    sa.UniqueConstraint('key', name=op.f('uq_placement_key')),
    info={'web': WEB['placement'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_placement_centre_id_hired_on'), 'placement', ['centre_id', 'hired_on'])
    op.create_index(op.f('ix_placement_served_id_id'), 'placement', ['served_id', 'id'])
    op.create_table('placement_move',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('placement_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_placement_move_by_id')),
    sa.ForeignKeyConstraint(['placement_id', 'centre_id'], ['placement.id', 'placement.centre_id'], name=op.f('fk_placement_move_placement_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_placement_move')),
    info={'web': WEB['placement_move'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_placement_move_placement_id_id'), 'placement_move', ['placement_id', 'id'])
    op.create_table('placement_check',
    sa.Column('placement_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('months', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_placement_check_by_id')),
    sa.ForeignKeyConstraint(['placement_id', 'centre_id'], ['placement.id', 'placement.centre_id'], name=op.f('fk_placement_check_placement_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('placement_id', 'months', name=op.f('pk_placement_check')),
    info={'web': WEB['placement_check'], 'rows': 'centre'}
    )
    for table, may in WEB.items():
        run(allow(table, may))
    run(protect("job_opening", using=f"({OWN}) OR ({PUBLISHED})", check=OWN, change=OWN))
    for table in WEB.keys() - {"job_opening"}:
        run(protect(table, using=f"({OWN}) OR {COUNTS}" if table in COUNTED else OWN, check=OWN, change=OWN))


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
