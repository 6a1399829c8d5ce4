"""What a city says of single days of the calendar."""

import sqlalchemy as sa
from alembic import op

from gilmok.ground.db.protection import allow

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('own_holiday',
    sa.Column('id', sa.Integer(), sa.Identity(always=False), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('name_ko', sa.Text(), nullable=False),
    sa.Column('name_en', sa.Text(), nullable=False),
    sa.Column('working', sa.Boolean(), nullable=False),
    sa.Column('withdrawn', sa.Boolean(), nullable=False),
    sa.Column('basis', sa.Text(), nullable=False),
    sa.Column('changed_by', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['changed_by'], ['person.id'], name=op.f('fk_own_holiday_changed_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_own_holiday')),
    info={'web': 'SELECT, INSERT'}
    )
    op.create_index(op.f('ix_own_holiday_day'), 'own_holiday', ['day'], unique=False)
    for statement in allow("own_holiday", "SELECT, INSERT"):
        op.get_bind().exec_driver_sql(statement)
    op.get_bind().exec_driver_sql("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gilmok_web, gilmok_job")
