"""A receipt says when it was replayed: those that were not yet are found by an index, and wait as no jobs of their own."""

import sqlalchemy as sa
from alembic import op

from gilmok.ground.db.protection import on_rows

revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None

PROVING = "gilmok.journey.routing.jobs.prove_receipt"
# Also a proof that was being carried out, by a process that may have died, and one that failed.
WAITING = f"FROM procrastinate_jobs WHERE task_name = '{PROVING}' AND status <> 'succeeded'"


def upgrade() -> None:
    op.add_column('decision', sa.Column('replayed_at', sa.DateTime(timezone=True), nullable=True))
    looked_at = f"UPDATE decision SET replayed_at = at WHERE id NOT IN (SELECT (args->>'receipt')::bigint {WAITING})"
    for statement in on_rows(looked_at, f"DELETE {WAITING}"):
        op.get_bind().exec_driver_sql(statement)
    op.create_index(op.f('ix_decision_id'), 'decision', ['id'], unique=False, postgresql_where="kind = 'proposed' AND replayed_at IS NULL")
