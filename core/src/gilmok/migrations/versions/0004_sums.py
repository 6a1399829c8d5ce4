"""What was computed for a case."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import HELD, allow, protect

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('case_sum',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('calculator', sa.Text(), nullable=False),
    sa.Column('inputs', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_sum_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_case_sum_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_sum')),
    info={'web': 'SELECT, INSERT', 'rows': 'case'}
    )
    op.create_index(op.f('ix_case_sum_case_id'), 'case_sum', ['case_id'], unique=False)
    run, held = op.get_bind().exec_driver_sql, HELD.format(table="case_sum")
    run("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gilmok_web, gilmok_job")
    for statement in (*allow("case_sum", "SELECT, INSERT"), *protect("case_sum", check=held, change=held)):
        run(statement)
