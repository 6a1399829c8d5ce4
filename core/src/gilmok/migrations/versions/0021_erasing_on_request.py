"""A centre may erase the name of a person whom it serves or who registered; what is sealed with it goes along."""

from alembic import op

from gilmok.ground.db.session import DatabaseRole

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Row security for removing is there since these tables are: a centre's own rows alone.
    for table in ("served_name", "registrant"):
        op.get_bind().exec_driver_sql(f"GRANT DELETE ON {table} TO {DatabaseRole.WEB}")
