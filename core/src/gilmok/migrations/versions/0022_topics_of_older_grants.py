"""Grants of cases that were there before grants repeated topics get them: 0020 looked for them as who sees no row."""

from alembic import op

from gilmok.ground.db.protection import on_rows

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None

FILLING = (
    "UPDATE case_grant SET topic = case_file.topic FROM case_file"
    " WHERE case_file.id = case_grant.case_id AND case_grant.topic = 'unknown' AND case_file.topic <> 'unknown'"
)


def upgrade() -> None:
    for statement in on_rows(FILLING):
        op.get_bind().exec_driver_sql(statement)
