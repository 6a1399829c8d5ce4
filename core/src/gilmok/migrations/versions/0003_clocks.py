"""The days from which time limits of a case run, what is met, and the nearest limit where lists find it."""

import sqlalchemy as sa
from alembic import op

from gilmok.ground.db.protection import HELD, allow, protect

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

WEB = {"case_day": "SELECT, INSERT, UPDATE (withdrawn_at)", "clock_end": "SELECT, INSERT"}


def upgrade() -> None:
    op.add_column('case_file', sa.Column('due_on', sa.Date(), nullable=True))
    op.add_column('case_file', sa.Column('due_limit', sa.Text(), nullable=True))
    op.add_column('case_grant', sa.Column('due_on', sa.Date(), server_default='9999-12-31', nullable=False))
    op.create_index(op.f('ix_case_grant_centre_id_status_due_on_case_id'), 'case_grant', ['centre_id', 'status', 'due_on', 'case_id'], unique=False)
    op.create_table('case_day',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('event', sa.Text(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('won', sa.BigInteger(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_day_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_case_day_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_day')),
    info={'web': 'SELECT, INSERT, UPDATE (withdrawn_at)', 'rows': 'case'}
    )
    op.create_index(op.f('ix_case_day_case_id'), 'case_day', ['case_id'], unique=False)
    op.create_table('clock_end',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('limit', sa.Text(), nullable=False),
    sa.Column('event_day', sa.Date(), nullable=False),
    sa.Column('how', sa.Text(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_clock_end_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_clock_end_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_clock_end')),
    info={'web': 'SELECT, INSERT', 'rows': 'case'}
    )
    op.create_index(op.f('ix_clock_end_case_id'), 'clock_end', ['case_id'], unique=False)
    run = op.get_bind().exec_driver_sql
    run("GRANT UPDATE (due_on, due_limit) ON case_file TO gilmok_web")
    run("GRANT UPDATE (due_on) ON case_grant TO gilmok_web")
    run("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gilmok_web, gilmok_job")
    for table, may in WEB.items():
        held = HELD.format(table=table)
        for statement in (*allow(table, may), *protect(table, check=held, change=held)):
            run(statement)
