"""Official forms of a centre, which its documents are filled into."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import OWN, allow, protect

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

# Rows are added, and never changed: the newest one counts.
WEB = "SELECT, INSERT"
TABLES = ("centre_form", "centre_form_use")


def upgrade() -> None:
    op.create_table('centre_form',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('document', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('digest', sa.Text(), nullable=False),
    sa.Column('key', sa.LargeBinary(), nullable=False),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('added_by', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['added_by'], ['person.id'], name=op.f('fk_centre_form_added_by')),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_centre_form_centre_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_centre_form')),
    info={'web': WEB, 'rows': 'centre'}
    )
    op.create_index(op.f('ix_centre_form_centre_id'), 'centre_form', ['centre_id'], unique=False)
    op.create_index(op.f('ix_centre_form_digest'), 'centre_form', ['digest'], unique=False)
    op.create_table('centre_form_use',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('document', sa.Text(), nullable=False),
    sa.Column('form_id', sa.Uuid(), nullable=True),
    sa.Column('places', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_centre_form_use_by_id')),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_centre_form_use_centre_id')),
    sa.ForeignKeyConstraint(['form_id'], ['centre_form.id'], name=op.f('fk_centre_form_use_form_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_centre_form_use')),
    info={'web': WEB, 'rows': 'centre'}
    )
    op.create_index(op.f('ix_centre_form_use_centre_id_document_id'), 'centre_form_use', ['centre_id', 'document', 'id'], unique=False)
    op.create_index(op.f('ix_centre_form_use_form_id'), 'centre_form_use', ['form_id'], unique=False)
    for table in TABLES:
        for statement in (*allow(table, WEB), *protect(table, using=OWN.format(table=table))):
            op.get_bind().exec_driver_sql(statement)
    op.get_bind().exec_driver_sql("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gilmok_web, gilmok_job")
