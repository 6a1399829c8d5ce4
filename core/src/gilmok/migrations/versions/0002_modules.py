"""What is switched on: activations, suspensions and their version."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import allow

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

WEB = {
    "module_activation": "SELECT, INSERT",
    "module_suspension": "SELECT, INSERT",
    "module_version": "SELECT, INSERT, UPDATE",
}


def upgrade() -> None:
    op.create_table('module_activation',
    sa.Column('id', sa.Integer(), sa.Identity(always=False), nullable=False),
    sa.Column('module', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('centre', sa.Text(), nullable=True),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('scope', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('settings', postgresql.JSONB(astext_type=sa.Text()), server_default='{}', nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('changed_by', sa.Integer(), nullable=True),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.CheckConstraint('starts_on <= ends_on', name=op.f('ck_module_activation_span')),
    sa.ForeignKeyConstraint(['changed_by'], ['person.id'], name=op.f('fk_module_activation_changed_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_module_activation')),
    )
    op.create_index(op.f('ix_module_activation_version'), 'module_activation', ['version'], unique=False)
    op.create_table('module_suspension',
    sa.Column('id', sa.Integer(), sa.Identity(always=False), nullable=False),
    sa.Column('module', sa.Text(), nullable=False),
    sa.Column('suspended', sa.Boolean(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('changed_by', sa.Integer(), nullable=True),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['changed_by'], ['person.id'], name=op.f('fk_module_suspension_changed_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_module_suspension')),
    )
    op.create_index(op.f('ix_module_suspension_version'), 'module_suspension', ['version'], unique=False)
    op.create_table('module_version',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('stamp', sa.Uuid(), nullable=False),
    sa.CheckConstraint('id = 1', name=op.f('ck_module_version_one_row')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_module_version')),
    )
    for table, may in WEB.items():
        for statement in allow(table, may):
            op.get_bind().exec_driver_sql(statement)
