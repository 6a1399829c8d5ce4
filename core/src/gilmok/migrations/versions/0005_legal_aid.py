"""Legal actions of a case, and what happens in each."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import HELD, allow, protect

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

WEB = {
    "legal_action": "SELECT, INSERT, UPDATE (state, agency, agency_reason, handler_id, filed_on, receipt_number, claimed, recovered, outcome, version)",
    "legal_event": "SELECT, INSERT",
    "attorney_use": "SELECT, INSERT, UPDATE (stage, decided_on, ended_on, reason, attorney, version)",
}


def upgrade() -> None:
    op.create_table('legal_action',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('subkind', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('agency', sa.Text(), nullable=True),
    sa.Column('agency_reason', sa.Text(), nullable=True),
    sa.Column('handler_id', sa.Integer(), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('filed_on', sa.Date(), nullable=True),
    sa.Column('receipt_number', sa.Text(), nullable=True),
    sa.Column('claimed', sa.BigInteger(), nullable=True),
    sa.Column('recovered', sa.BigInteger(), nullable=True),
    sa.Column('outcome', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_legal_action_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['handler_id'], ['person.id'], name=op.f('fk_legal_action_handler_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_legal_action')),
    info={'web': WEB["legal_action"], 'rows': 'case'}
    )
    op.create_index(op.f('ix_legal_action_case_id_id'), 'legal_action', ['case_id', 'id'], unique=False)
    op.create_table('legal_event',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('action_id', sa.BigInteger(), nullable=False),
    sa.Column('corrects_id', sa.BigInteger(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('from_state', sa.Text(), nullable=True),
    sa.Column('to_state', sa.Text(), nullable=True),
    sa.Column('event_day', sa.Date(), nullable=True),
    sa.Column('note', sa.LargeBinary(), nullable=True),
    sa.Column('answers', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['action_id'], ['legal_action.id'], name=op.f('fk_legal_event_action_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_legal_event_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['corrects_id'], ['legal_event.id'], name=op.f('fk_legal_event_corrects_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_legal_event_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_legal_event')),
    info={'web': WEB["legal_event"], 'rows': 'case'}
    )
    op.create_index(op.f('ix_legal_event_action_id_id'), 'legal_event', ['action_id', 'id'], unique=False)
    op.create_index(op.f('ix_legal_event_case_id'), 'legal_event', ['case_id'], unique=False)
    op.create_table('attorney_use',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('nature', sa.Text(), nullable=False),
    sa.Column('stage', sa.Text(), nullable=False),
    sa.Column('applied_on', sa.Date(), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('wage', sa.BigInteger(), nullable=True),
    sa.Column('in_need', sa.Boolean(), nullable=True),
    sa.Column('told_uses', sa.Integer(), nullable=True),
    sa.Column('told_end', sa.Date(), nullable=True),
    sa.Column('entitled', sa.Boolean(), nullable=True),
    sa.Column('attorney', sa.LargeBinary(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_attorney_use_case_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attorney_use')),
    info={'web': WEB["attorney_use"], 'rows': 'case'}
    )
    op.create_index(op.f('ix_attorney_use_case_id_id'), 'attorney_use', ['case_id', 'id'], unique=False)
    for table, may in WEB.items():
        held = HELD.format(table=table)
        # Who sees the case reads it; only the centre that has it writes.
        for statement in (*allow(table, may), *protect(table, check=held, change=held)):
            op.get_bind().exec_driver_sql(statement)
    op.get_bind().exec_driver_sql("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gilmok_web, gilmok_job")
