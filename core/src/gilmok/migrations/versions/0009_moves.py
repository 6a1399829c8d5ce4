"""Moves: a task can be changed and an appointment moved; what was before stays as a row of its own. An appointment may have a note."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

STANDS = "cancelled_at IS NULL AND replaced_at IS NULL"
PERSON = "int8range(person_id, person_id, '[]')"
HASHED = "hashtextextended(centre_id || '/' || room, 0)"
ROOM = f"numrange({HASHED}, {HASHED}, '[]')"


def upgrade() -> None:
    for table in ('task', 'appointment'):
        op.add_column(table, sa.Column('version', sa.Integer(), autoincrement=False, nullable=False, server_default='1'))
        op.alter_column(table, 'version', server_default=None)
        op.add_column(table, sa.Column('replaced_at', sa.DateTime(timezone=True), nullable=True))
        op.drop_constraint(op.f(f'pk_{table}'), table)
        op.create_primary_key(op.f(f'pk_{table}'), table, ['case_id', 'key', 'version'])
    op.add_column('appointment', sa.Column('note', sa.LargeBinary(), nullable=True))
    op.drop_index(op.f('ix_task_owner_id_due_on'), 'task')
    op.create_index(op.f('ix_task_owner_id_due_on'), 'task', ['owner_id', 'due_on'], unique=False, postgresql_where='done_at IS NULL AND replaced_at IS NULL')
    # What was moved takes no time any more.
    for name, what, where in (('person', PERSON, STANDS), ('room', ROOM, f"{STANDS} AND room <> ''")):
        op.drop_constraint(f'ex_appointment_{name}', 'appointment')
        run([
            f"ALTER TABLE appointment ADD CONSTRAINT ex_appointment_{name}"
            f" EXCLUDE USING gist (({what}) WITH &&, (tstzrange(at, until)) WITH &&) WHERE ({where})"
        ])
    run([
        "GRANT UPDATE (replaced_at) ON task TO gilmok_web",
        "REVOKE UPDATE (cancelled_at, cancelled_by_id) ON appointment FROM gilmok_web",
        "GRANT UPDATE (replaced_at) ON appointment TO gilmok_web",
    ])


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
