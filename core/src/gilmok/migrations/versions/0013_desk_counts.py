"""How many cases came to each desk, month by month."""

import sqlalchemy as sa
from alembic import op

from gilmok.ground.db.protection import allow

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('desk_count',
    sa.Column('target', sa.Text(), nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('fact', sa.Text(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('cases', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('target', 'month', 'fact', 'code', name=op.f('pk_desk_count')),
    info={'web': 'SELECT'}
    )
    for statement in allow('desk_count', 'SELECT'):
        op.get_bind().exec_driver_sql(statement)
