"""Reports, visits and recommendations whose words are erased, once their time is over."""

from alembic import op

revision = "os0002"
down_revision = "os0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ('near_miss', 'visit', 'advice'):
        for column in ('wrapped', 'fields'):
            op.alter_column(f'occupational_safety_{table}', column, nullable=True)
