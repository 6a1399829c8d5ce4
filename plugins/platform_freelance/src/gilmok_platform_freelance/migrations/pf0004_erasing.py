"""What is erased once its time is over: since when a report is numbers alone, companies without a name, and the year in
which a case was reported."""

import sqlalchemy as sa
from alembic import op

revision = "pf0004"
down_revision = "pf0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('platform_freelance_report', sa.Column('erased_on', sa.Date(), nullable=True))
    for column in ('wrapped', 'fields'):
        op.alter_column('platform_freelance_company', column, nullable=True)
    # Of what is there already nobody knows the year: it is kept as if it came now.
    this_year = sa.text('extract(year FROM now())::integer')
    op.add_column('platform_freelance_reported', sa.Column('year', sa.Integer(), nullable=False, server_default=this_year))
    op.alter_column('platform_freelance_reported', 'year', server_default=None)
