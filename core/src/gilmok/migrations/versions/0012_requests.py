"""Requests for help that are sent online: what waits for a counsellor, what may be looked up, and how often somebody asked."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from gilmok.ground.db.protection import CENTRE, HELD, allow, protect

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

NOBODY = "coalesce(current_setting('gilmok.person', true), '') = ''"
MY_CENTRE = f"{{table}}.centre_id = {CENTRE}"
NEW = "state = 'received'"
PROVEN = "encode(proof, 'hex') = current_setting('gilmok.proof', true)"
OF_REQUEST = "EXISTS (SELECT 1 FROM {other} o WHERE o.{key} = request_message.request_key{more})"

# What the web may do with each table; a job may do all.
WEB = {
    "online_request": "SELECT, INSERT, UPDATE (opened_at, opened_by_id, ended_at, ended_by_id, ending, wrapped, fields)",
    "request_case": "SELECT, INSERT",
    "request_message": "SELECT, INSERT, UPDATE (read_at, read_by_id)",
    "request_state": "SELECT, INSERT, UPDATE (state)",
    "visit_count": "SELECT, INSERT, UPDATE (number)",
}


def upgrade() -> None:
    op.create_table('visit_count',
    sa.Column('counted', sa.LargeBinary(), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('counted', 'since', name=op.f('pk_visit_count')),
    info={'web': 'SELECT, INSERT, UPDATE (number)'}
    )
    op.create_table('online_request',
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('urgency', sa.Text(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=True),
    sa.Column('fields', sa.LargeBinary(), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('opened_by_id', sa.Integer(), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_by_id', sa.Integer(), nullable=True),
    sa.Column('ending', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_online_request_centre_id')),
    sa.ForeignKeyConstraint(['opened_by_id'], ['person.id'], name=op.f('fk_online_request_opened_by_id')),
    sa.ForeignKeyConstraint(['ended_by_id'], ['person.id'], name=op.f('fk_online_request_ended_by_id')),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_online_request')),
    )
    op.create_index(op.f('ix_online_request_centre_id_sent_at'), 'online_request', ['centre_id', 'sent_at'], unique=False, postgresql_where='ended_at IS NULL')
    op.create_table('request_state',
    sa.Column('proof', sa.LargeBinary(), nullable=False),
    sa.Column('request_key', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['request_key'], ['online_request.key'], name=op.f('fk_request_state_request_key'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_request_state_centre_id')),
    sa.PrimaryKeyConstraint('proof', name=op.f('pk_request_state')),
    sa.UniqueConstraint('request_key', name=op.f('uq_request_state_request_key')),
    )
    op.create_table('request_message',
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('request_key', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('read_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['request_key'], ['online_request.key'], name=op.f('fk_request_message_request_key'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['read_by_id'], ['person.id'], name=op.f('fk_request_message_read_by_id')),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_request_message')),
    )
    op.create_index(op.f('ix_request_message_request_key'), 'request_message', ['request_key'], unique=False)
    op.create_table('request_case',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('request_key', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_request_case_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['request_key'], ['online_request.key'], name=op.f('fk_request_case_request_key')),
    sa.PrimaryKeyConstraint('case_id', name=op.f('pk_request_case')),
    sa.UniqueConstraint('request_key', name=op.f('uq_request_case_request_key')),
    info={'web': 'SELECT, INSERT', 'rows': 'case'}
    )
    for table, may in WEB.items():
        run(allow(table, may))
    # Nobody may send a request and read none; a centre reads its own and sends none.
    mine = MY_CENTRE.format(table="online_request")
    run(protect("online_request", using=mine, check=f"{NOBODY} AND opened_at IS NULL AND ended_at IS NULL"))
    # Nobody reads the one state whose number and secret they bring.
    state_mine = MY_CENTRE.format(table="request_state")
    run(protect("request_state", using=f"({state_mine} OR ({NOBODY} AND {PROVEN}))", check=f"{NOBODY} AND {NEW}", change=state_mine))
    # A message is read where its request is, and by the centre that has the case which came of it; it is added by who
    # brings number and secret: the state is seen by nobody else.
    of_request = OF_REQUEST.format(other="online_request", key="key", more="")
    of_case = OF_REQUEST.format(other="request_case", key="request_key", more="")
    of_state = OF_REQUEST.format(other="request_state", key="request_key", more="")
    run(protect("request_message", using=f"({of_request} OR {of_case})", check=f"{NOBODY} AND {of_state}"))
    # What was added is for the centre that has the case, as all else of a counselling.
    held = HELD.format(table="request_case")
    granted = "EXISTS (SELECT 1 FROM case_grant g WHERE g.case_id = request_case.case_id AND g.centre_id = " + CENTRE + ")"
    # Row security shows of the requests one's own centre's alone: nobody else's is linked to a case of one's own.
    own = "EXISTS (SELECT 1 FROM online_request o WHERE o.key = request_case.request_key)"
    run(protect("request_case", using=held, check=f"{granted} AND {own}"))


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
