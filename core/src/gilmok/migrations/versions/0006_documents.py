"""What documents of a case need beside the case itself."""

import sqlalchemy as sa
from alembic import op

from gilmok.ground.db.protection import HELD, allow, protect

revision = '0006'
down_revision = '0002'
branch_labels = None
depends_on = None

# What the web may do with each table, all of which hold rows of cases.
WEB = {
    "case_paper": "SELECT, INSERT, UPDATE (typed, version, changed_at, changed_by)",
}


def upgrade() -> None:
    op.create_table('case_paper',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('typed', sa.LargeBinary(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_by', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_paper_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['changed_by'], ['person.id'], name=op.f('fk_case_paper_changed_by')),
    sa.PrimaryKeyConstraint('case_id', name=op.f('pk_case_paper')),
    info={'web': WEB['case_paper'], 'rows': 'case'}
    )
    for table, may in WEB.items():
        held = HELD.format(table=table)
        for statement in (*allow(table, may), *protect(table, check=held, change=held)):
            op.get_bind().exec_driver_sql(statement)
