"""What nobody does is noted on a fresh connection, too, on which nothing was ever set."""

from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None

ASKS = "coalesce({column}::text, '') = coalesce(current_setting('{setting}', true), '')"


def upgrade() -> None:
    mine = (
        ASKS.format(column="person_id", setting="gilmok.person"),
        ASKS.format(column="centre_id", setting="gilmok.centre"),
    )
    op.get_bind().exec_driver_sql(f"ALTER POLICY centre_adds ON access_log WITH CHECK ({' AND '.join(mine)})")
