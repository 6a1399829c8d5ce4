"""What was answered at a module's desk after the intake."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import HELD, allow, protect

revision = '0018'
down_revision = '0015'
branch_labels = None
depends_on = None

TABLE = "desk_answers"
WEB = "SELECT, INSERT, UPDATE (known, sealed, version, changed_at, changed_by)"


def upgrade() -> None:
    op.create_table('desk_answers',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('known', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_by', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_desk_answers_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['changed_by'], ['person.id'], name=op.f('fk_desk_answers_changed_by')),
    sa.PrimaryKeyConstraint('case_id', name=op.f('pk_desk_answers')),
    info={'web': 'SELECT, INSERT, UPDATE (known, sealed, version, changed_at, changed_by)', 'rows': 'case'}
    )
    # As all of a counselling, it is for the centre that has the case, and not for the one that sent it on.
    for statement in (*allow(TABLE, WEB), *protect(TABLE, using=HELD.format(table=TABLE))):
        op.get_bind().exec_driver_sql(statement)
