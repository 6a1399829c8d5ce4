"""A grant repeats the topic of its case, so that a list of one topic reads no other cases; one's own cases by stage."""

import sqlalchemy as sa
from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('case_grant', sa.Column('topic', sa.Text(), server_default='unknown', nullable=False))
    run = op.get_bind().exec_driver_sql
    # What older grants repeat is filled in by 0022.
    run("GRANT UPDATE (topic) ON case_grant TO gilmok_web")
    op.create_index(op.f('ix_case_grant_centre_id_status_topic_created_case_id'), 'case_grant', ['centre_id', 'status', 'topic', 'created', 'case_id'], unique=False)
    op.create_index(op.f('ix_case_grant_centre_id_handler_id_status_created_case_id'), 'case_grant', ['centre_id', 'handler_id', 'status', 'created', 'case_id'], unique=False)
    op.drop_index(op.f('ix_case_grant_centre_id_handler_id_created_case_id'), table_name='case_grant')
