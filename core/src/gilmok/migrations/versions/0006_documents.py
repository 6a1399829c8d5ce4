"""What documents of a case need beside the case itself, and what is attached to it."""

import sqlalchemy as sa
from alembic import op

from gilmok.ground.db.protection import HELD, allow, protect

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

# What the web may do with each table, all of which hold rows of cases.
WEB = {
    "case_paper": "SELECT, INSERT, UPDATE (typed, version, changed_at, changed_by)",
    "attachment": "SELECT, INSERT, UPDATE (removed_at, removed_by, removed_why)",
    "attachment_read": "SELECT, INSERT",
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
    op.create_table('attachment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('name', sa.LargeBinary(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('digest', sa.Text(), nullable=False),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('added_by', sa.Integer(), nullable=False),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('removed_by', sa.Integer(), nullable=True),
    sa.Column('removed_why', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['added_by'], ['person.id'], name=op.f('fk_attachment_added_by')),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_attachment_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['removed_by'], ['person.id'], name=op.f('fk_attachment_removed_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attachment')),
    info={'web': WEB['attachment'], 'rows': 'case'}
    )
    op.create_index(op.f('ix_attachment_case_id'), 'attachment', ['case_id'], unique=False)
    op.create_index(op.f('ix_attachment_digest'), 'attachment', ['digest'], unique=False)
    op.create_table('attachment_read',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('attachment_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['attachment_id'], ['attachment.id'], name=op.f('fk_attachment_read_attachment_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_attachment_read_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_attachment_read_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attachment_read')),
    info={'web': WEB['attachment_read'], 'rows': 'case'}
    )
    op.create_index(op.f('ix_attachment_read_attachment_id'), 'attachment_read', ['attachment_id'], unique=False)
    op.create_index(op.f('ix_attachment_read_case_id'), 'attachment_read', ['case_id'], unique=False)
    for table, may in WEB.items():
        held = HELD.format(table=table)
        for statement in (*allow(table, may), *protect(table, check=held, change=held)):
            op.get_bind().exec_driver_sql(statement)
    op.get_bind().exec_driver_sql("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gilmok_web, gilmok_job")
