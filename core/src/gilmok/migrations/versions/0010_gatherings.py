"""Courses and events: announced, registered for, attended; and from which of them a case came."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import CENTRE, allow, protect

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

WEB = {
    "gathering": "SELECT, INSERT, UPDATE (title, kind, programme, about, for_whom, places, sessions, starts_at, ends_at,"
                 " open_until, public, version, published_at, cancelled_at, cancel_reason)",
    "gathering_revision": "SELECT, INSERT",
    "registration": "SELECT, INSERT, UPDATE (state, moved_up_at, cancelled_at, intake_key)",
    "registrant": "SELECT, INSERT",
    "attendance": "SELECT, INSERT, UPDATE (present, at, by_id)",
    "case_origin": "SELECT, INSERT",
}
OWN = f"centre_id = {CENTRE}"
ANNOUNCED = "public AND published_at IS NOT NULL"
# An official counts; the names lie in a table that this opens to nobody.
COUNTS = "EXISTS (SELECT FROM person p WHERE p.id::text = current_setting('gilmok.person', true) AND p.role = 'official')"
# Somebody without a login: the one public gathering that the page of this request is about.
ASKED = ("({table}.gathering_id::text = current_setting('gilmok.gathering', true) AND EXISTS (SELECT FROM gathering g"
         " WHERE g.id = {table}.gathering_id AND g.public AND g.published_at IS NOT NULL))")


def upgrade() -> None:
    op.create_table('gathering',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('programme', sa.Text(), nullable=False),
    sa.Column('about', sa.Text(), nullable=False),
    sa.Column('for_whom', sa.Text(), nullable=False),
    sa.Column('places', sa.Integer(), nullable=True),
    sa.Column('sessions', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('open_until', sa.Date(), nullable=True),
    sa.Column('public', sa.Boolean(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('cancelled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('cancel_reason', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_gathering_centre_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_gathering_made_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gathering')),
    sa.UniqueConstraint('id', 'centre_id', name=op.f('uq_gathering_id_centre_id')),
    sa.UniqueConstraint('key', name=op.f('uq_gathering_key')),
    info={'web': WEB['gathering'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_gathering_centre_id_starts_at'), 'gathering', ['centre_id', 'starts_at'])
    op.create_index(op.f('ix_gathering_ends_at'), 'gathering', ['ends_at'])
    op.create_table('gathering_revision',
    sa.Column('gathering_id', sa.BigInteger(), nullable=False),
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['gathering_id', 'centre_id'], ['gathering.id', 'gathering.centre_id'], name=op.f('fk_gathering_revision_gathering_id_centre_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_gathering_revision_person_id')),
    sa.PrimaryKeyConstraint('gathering_id', 'version', name=op.f('pk_gathering_revision')),
    info={'web': WEB['gathering_revision'], 'rows': 'centre'}
    )
    op.create_table('registration',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('gathering_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('who', sa.LargeBinary(), nullable=False),
    sa.Column('erased', sa.Boolean(), server_default='false', nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.Column('consent_version', sa.Text(), nullable=False),
    sa.Column('consent_hash', sa.Text(), nullable=False),
    sa.Column('moved_up_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('cancelled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('intake_key', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_registration_by_id')),
    sa.ForeignKeyConstraint(['gathering_id', 'centre_id'], ['gathering.id', 'gathering.centre_id'], name=op.f('fk_registration_gathering_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_registration')),
    sa.UniqueConstraint('id', 'gathering_id', 'centre_id', name=op.f('uq_registration_id_gathering_id_centre_id')),
    sa.UniqueConstraint('key', name=op.f('uq_registration_key')),
    sa.UniqueConstraint('number', name=op.f('uq_registration_number')),
    info={'web': WEB['registration'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_registration_gathering_id_id'), 'registration', ['gathering_id', 'id'])
    op.create_index(op.f('ix_registration_who'), 'registration', ['who'])
    op.create_index(op.f('ix_registration_intake_key'), 'registration', ['intake_key'], postgresql_where='intake_key IS NOT NULL')
    of_registration = ['registration_id', 'gathering_id', 'centre_id'], ['registration.id', 'registration.gathering_id', 'registration.centre_id']
    op.create_table('registrant',
    sa.Column('registration_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('gathering_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('name', sa.LargeBinary(), nullable=False),
    sa.Column('name_index', sa.LargeBinary(), nullable=False),
    sa.Column('phone', sa.LargeBinary(), nullable=True),
    sa.Column('phone_index', sa.LargeBinary(), nullable=True),
    sa.Column('email', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(*of_registration, name=op.f('fk_registrant_registration_id_gathering_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('registration_id', name=op.f('pk_registrant')),
    info={'web': WEB['registrant'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_registrant_centre_id_phone_index'), 'registrant', ['centre_id', 'phone_index'])
    op.create_index(op.f('ix_registrant_centre_id_name_index'), 'registrant', ['centre_id', 'name_index'])
    op.create_table('attendance',
    sa.Column('registration_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('session', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('gathering_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('present', sa.Boolean(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_attendance_by_id')),
    sa.ForeignKeyConstraint(*of_registration, name=op.f('fk_attendance_registration_id_gathering_id_centre_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('registration_id', 'session', name=op.f('pk_attendance')),
    info={'web': WEB['attendance'], 'rows': 'centre'}
    )
    op.create_index(op.f('ix_attendance_gathering_id'), 'attendance', ['gathering_id'])
    op.create_table('case_origin',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('gathering_id', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_origin_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['gathering_id'], ['gathering.id'], name=op.f('fk_case_origin_gathering_id')),
    sa.PrimaryKeyConstraint('case_id', name=op.f('pk_case_origin')),
    info={'web': WEB['case_origin'], 'rows': 'case'}
    )
    op.create_index(op.f('ix_case_origin_gathering_id'), 'case_origin', ['gathering_id'])
    for table, may in WEB.items():
        run(allow(table, may))
    run(protect("gathering", using=f"({OWN}) OR ({ANNOUNCED}) OR {COUNTS}", check=OWN, change=OWN))
    run(protect("gathering_revision", using=OWN))
    ledger = f"({OWN}) OR {ASKED.format(table='registration')}"
    run(protect("registration", using=f"{ledger} OR {COUNTS}", check=ledger, change=ledger))
    run(protect("registrant", using=OWN, check=f"({OWN}) OR {ASKED.format(table='registrant')}"))
    run(protect("attendance", using=f"({OWN}) OR {COUNTS}", check=OWN, change=OWN))
    run(protect("case_origin"))


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
