"""Counselling: talks with the person of a case, the drafts of them, tasks, appointments, the status decision, and what came of a case."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import HELD, MINE, allow, protect

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

# What the web may do with each table; a job may do all.
WEB = {
    "appointment": "SELECT, INSERT, UPDATE (cancelled_at, cancelled_by_id)",
    "consultation": "SELECT, INSERT",
    "consultation_draft": "SELECT, INSERT, UPDATE (saved_at, fields)",
    "follow_up": "SELECT, INSERT",
    "status_check": "SELECT, INSERT",
    "task": "SELECT, INSERT, UPDATE (done_at, done_by_id)",
}


def upgrade() -> None:
    op.create_table('consultation',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('topics', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('advised', sa.LargeBinary(), nullable=True),
    sa.Column('they_do', sa.LargeBinary(), nullable=True),
    sa.Column('we_do', sa.LargeBinary(), nullable=True),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('written_by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_consultation_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_consultation_person_id')),
    sa.ForeignKeyConstraint(['written_by_id'], ['person.id'], name=op.f('fk_consultation_written_by_id')),
    sa.PrimaryKeyConstraint('case_id', 'key', 'version', name=op.f('pk_consultation')),
    info={'web': 'SELECT, INSERT', 'rows': 'case'}
    )
    op.create_index(op.f('ix_consultation_case_id_at'), 'consultation', ['case_id', 'at'], unique=False)
    op.create_table('consultation_draft',
    sa.Column('person_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_consultation_draft_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_consultation_draft_person_id')),
    sa.PrimaryKeyConstraint('person_id', 'case_id', 'key', name=op.f('pk_consultation_draft')),
    info={'web': 'SELECT, INSERT, UPDATE (saved_at, fields)', 'rows': 'case'}
    )
    op.create_table('task',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('title', sa.LargeBinary(), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('done_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_task_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['done_by_id'], ['person.id'], name=op.f('fk_task_done_by_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_task_made_by_id')),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_task_owner_id')),
    sa.PrimaryKeyConstraint('case_id', 'key', name=op.f('pk_task')),
    info={'web': 'SELECT, INSERT, UPDATE (done_at, done_by_id)', 'rows': 'case'}
    )
    op.create_index(op.f('ix_task_owner_id_due_on'), 'task', ['owner_id', 'due_on'], unique=False, postgresql_where='done_at IS NULL')
    op.create_table('follow_up',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('days', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('money', sa.Text(), nullable=False),
    sa.Column('settled', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_follow_up_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_follow_up_person_id')),
    sa.PrimaryKeyConstraint('case_id', 'closed_at', 'days', name=op.f('pk_follow_up')),
    info={'web': 'SELECT, INSERT', 'rows': 'case'}
    )
    op.add_column('case_file', sa.Column('outcome', sa.Text(), nullable=True))
    op.add_column('case_file', sa.Column('recovered_won', sa.BigInteger(), nullable=True))
    op.create_index(op.f('ix_case_file_centre_id_closed_at'), 'case_file', ['centre_id', 'closed_at'], unique=False, postgresql_where='closed_at IS NOT NULL')
    run(["GRANT SELECT (outcome, recovered_won), INSERT (outcome, recovered_won), UPDATE (outcome, recovered_won) ON case_file TO gilmok_web"])
    op.create_table('appointment',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('room', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=False),
    sa.Column('cancelled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('cancelled_by_id', sa.Integer(), nullable=True),
    postgresql.ExcludeConstraint((sa.text("int8range(person_id, person_id, '[]')"), '&&'), (sa.text('tstzrange(at, until)'), '&&'), where=sa.text('cancelled_at IS NULL'), name='ex_appointment_person'),
    postgresql.ExcludeConstraint((sa.text("numrange(hashtextextended(centre_id || '/' || room, 0), hashtextextended(centre_id || '/' || room, 0), '[]')"), '&&'), (sa.text('tstzrange(at, until)'), '&&'), where=sa.text("cancelled_at IS NULL AND room <> ''"), name='ex_appointment_room'),
    sa.ForeignKeyConstraint(['cancelled_by_id'], ['person.id'], name=op.f('fk_appointment_cancelled_by_id')),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_appointment_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_appointment_centre_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_appointment_made_by_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_appointment_person_id')),
    sa.PrimaryKeyConstraint('case_id', 'key', name=op.f('pk_appointment')),
    info={'web': 'SELECT, INSERT, UPDATE (cancelled_at, cancelled_by_id)', 'rows': 'case'}
    )
    op.create_index(op.f('ix_appointment_centre_id_at'), 'appointment', ['centre_id', 'at'], unique=False)
    op.create_table('status_check',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('answers', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_status_check_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_status_check_person_id')),
    sa.PrimaryKeyConstraint('case_id', 'key', name=op.f('pk_status_check')),
    info={'web': 'SELECT, INSERT', 'rows': 'case'}
    )
    for table, may in WEB.items():
        run(allow(table, may))
    # What was talked about is for the centre that has the case alone, not for the one that sent it there.
    run(protect("appointment", using=HELD.format(table="appointment")))
    run(protect("status_check", using=HELD.format(table="status_check")))
    run(protect("follow_up", using=HELD.format(table="follow_up")))
    run(protect("task", using=HELD.format(table="task")))
    run(protect("consultation", using=HELD.format(table="consultation")))
    run(protect("consultation_draft", using=f"{MINE} AND {HELD.format(table='consultation_draft')}"))


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
