"""The first schema."""

from collections.abc import Iterable

import procrastinate.schema
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import CENTRE, GRANTED, HELD, MINE, allow, jobs_schema, protect

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


# What the web may do with each table; a job may do all.
WEB = {
    "access_log": "INSERT",
    "agency_service": "SELECT",
    "district": "SELECT",
    "ended_login": "SELECT, INSERT",
    "login_failure": "SELECT, INSERT",
    "module_version": "SELECT, INSERT, UPDATE",
    "network_source": "SELECT",
    "network_version": "SELECT",
    "submission": "SELECT, INSERT, UPDATE (location)",
    "agency": "SELECT",
    "region": "SELECT",
    "agency_district": "SELECT",
    "centre": "SELECT",
    "district_region": "SELECT",
    "known_contact": "SELECT, INSERT",
    "person": "SELECT",
    "case_file": "SELECT, INSERT, UPDATE (centre_id, handler_id, stage, topic, region, target, urgency, anonymous, facts, close_reason, closed_at, version)",
    "intake_draft": "SELECT, INSERT, UPDATE (saved_at, wrapped, fields), DELETE",
    "module_activation": "SELECT, INSERT",
    "module_suspension": "SELECT, INSERT",
    "routing_precedence": "SELECT, INSERT",
    "case_event": "SELECT, INSERT",
    "case_grant": "SELECT, INSERT, UPDATE (status, handler_id)",
    "case_key": "SELECT, INSERT",
    "case_text": "SELECT, INSERT, UPDATE (narrative, answers)",
    "client": "SELECT, INSERT, UPDATE (name, name_index, phone, phone_index, email, email_index, address, birth_year)",
    "consent": "SELECT, INSERT",
    "decision": "SELECT, INSERT",
}

# The tables whose rows belong to a case and are seen by its grants alone.
OF_CASE = ("case_event", "case_key", "case_text", "client", "consent", "decision")


def upgrade() -> None:
    op.create_table('access_log',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('centre_id', sa.Text(), nullable=True),
    sa.Column('origin', sa.Text(), nullable=True),
    sa.Column('action', sa.Text(), nullable=False),
    sa.Column('cases', sa.ARRAY(sa.BigInteger()), nullable=False),
    sa.Column('about', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_access_log')),
    info={'web': 'INSERT'}
    )
    op.create_table('agency_service',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('name_ko', sa.Text(), nullable=False),
    sa.Column('name_en', sa.Text(), nullable=False),
    sa.Column('gu_rule', sa.Text(), nullable=False),
    sa.Column('origin', sa.Text(), server_default='installation', nullable=False),
    sa.CheckConstraint("gu_rule IN ('workplace', 'home', 'none')", name=op.f('ck_agency_service_gu_rule')),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_agency_service')),
    info={'web': 'SELECT'}
    )
    op.create_table('district',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('name_ko', sa.Text(), nullable=False),
    sa.Column('name_en', sa.Text(), nullable=False),
    sa.Column('code_mois', sa.Text(), nullable=False),
    sa.Column('code_kostat', sa.Text(), nullable=False),
    sa.Column('lat', sa.Double(), nullable=False),
    sa.Column('lon', sa.Double(), nullable=False),
    sa.Column('tile', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('neighbours', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('across_river', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('point_contacts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('living_zone', sa.Text(), nullable=False),
    sa.Column('page_status', sa.Text(), nullable=False),
    sa.Column('notes', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('origin', sa.Text(), server_default='installation', nullable=False),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_district')),
    sa.UniqueConstraint('code_kostat', name=op.f('uq_district_code_kostat')),
    sa.UniqueConstraint('code_mois', name=op.f('uq_district_code_mois')),
    info={'web': 'SELECT'}
    )
    op.create_table('ended_login',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ended_login')),
    info={'web': 'SELECT, INSERT'}
    )
    op.create_table('login_failure',
    sa.Column('id', sa.Integer(), sa.Identity(always=False), nullable=False),
    sa.Column('login_index', sa.LargeBinary(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_login_failure')),
    info={'web': 'SELECT, INSERT'}
    )
    op.create_index(op.f('ix_login_failure_login_index_at'), 'login_failure', ['login_index', 'at'], unique=False)
    op.create_table('module_version',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('stamp', sa.Uuid(), nullable=False),
    sa.CheckConstraint('id = 1', name=op.f('ck_module_version_one_row')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_module_version')),
    info={'web': 'SELECT, INSERT, UPDATE'}
    )
    op.create_table('network_source',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('title_ko', sa.Text(), nullable=False),
    sa.Column('title_en', sa.Text(), nullable=False),
    sa.Column('confidence', sa.Text(), nullable=False),
    sa.Column('published', sa.Text(), nullable=False),
    sa.Column('verified_on', sa.Date(), nullable=True),
    sa.Column('origin', sa.Text(), server_default='installation', nullable=False),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_network_source')),
    info={'web': 'SELECT'}
    )
    op.create_table('network_version',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('stamp', sa.Uuid(), nullable=False),
    sa.CheckConstraint('id = 1', name=op.f('ck_network_version_one_row')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_network_version')),
    info={'web': 'SELECT'}
    )
    op.create_table('submission',
    sa.Column('person_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('location', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('person_id', 'key', name=op.f('pk_submission')),
    info={'web': 'SELECT, INSERT, UPDATE (location)'}
    )
    op.create_table('agency',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('service', sa.Text(), nullable=False),
    sa.Column('name_ko', sa.Text(), nullable=False),
    sa.Column('name_en', sa.Text(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.Column('web', sa.Text(), nullable=False),
    sa.Column('note_ko', sa.Text(), nullable=False),
    sa.Column('note_en', sa.Text(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('phone_source', sa.Text(), nullable=False),
    sa.Column('origin', sa.Text(), server_default='installation', nullable=False),
    sa.CheckConstraint('starts_on < ends_on', name=op.f('ck_agency_span')),
    sa.ForeignKeyConstraint(['service'], ['agency_service.code'], name=op.f('fk_agency_service')),
    sa.ForeignKeyConstraint(['source'], ['network_source.code'], name=op.f('fk_agency_source')),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_agency')),
    info={'web': 'SELECT'}
    )
    op.create_table('region',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('name_ko', sa.Text(), nullable=False),
    sa.Column('name_en', sa.Text(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('origin', sa.Text(), server_default='installation', nullable=False),
    sa.ForeignKeyConstraint(['source'], ['network_source.code'], name=op.f('fk_region_source')),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_region')),
    info={'web': 'SELECT'}
    )
    op.create_table('agency_district',
    sa.Column('id', sa.Integer(), sa.Identity(always=False), nullable=False),
    sa.Column('agency', sa.Text(), nullable=False),
    sa.Column('district', sa.Text(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('origin', sa.Text(), server_default='installation', nullable=False),
    sa.CheckConstraint('starts_on < ends_on', name=op.f('ck_agency_district_span')),
    sa.ForeignKeyConstraint(['agency'], ['agency.code'], name=op.f('fk_agency_district_agency')),
    sa.ForeignKeyConstraint(['district'], ['district.code'], name=op.f('fk_agency_district_district')),
    sa.ForeignKeyConstraint(['source'], ['network_source.code'], name=op.f('fk_agency_district_source')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agency_district')),
    sa.UniqueConstraint('agency', 'district', 'starts_on', name=op.f('uq_agency_district_agency_district_starts_on'), postgresql_nulls_not_distinct=True),
    info={'web': 'SELECT'}
    )
    op.create_table('centre',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('name_ko', sa.Text(), nullable=False),
    sa.Column('name_en', sa.Text(), nullable=False),
    sa.Column('other_names', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('district', sa.Text(), nullable=True),
    sa.Column('region', sa.Text(), nullable=True),
    sa.Column('opened_on', sa.Date(), nullable=True),
    sa.Column('opened_precision', sa.Text(), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('merged_into', sa.Text(), nullable=True),
    sa.Column('address', sa.Text(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.Column('fax', sa.Text(), nullable=False),
    sa.Column('email', sa.Text(), nullable=False),
    sa.Column('web', sa.Text(), nullable=False),
    sa.Column('hours_ko', sa.Text(), nullable=False),
    sa.Column('hours_en', sa.Text(), nullable=False),
    sa.Column('serves_ko', sa.Text(), nullable=False),
    sa.Column('serves_en', sa.Text(), nullable=False),
    sa.Column('on_city_page', sa.Boolean(), nullable=False),
    sa.Column('evidence', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('notes', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('origin', sa.Text(), server_default='installation', nullable=False),
    sa.CheckConstraint("kind IN ('district', 'hub', 'city')", name=op.f('ck_centre_kind')),
    sa.CheckConstraint('opened_on < closed_on', name=op.f('ck_centre_span')),
    sa.ForeignKeyConstraint(['district'], ['district.code'], name=op.f('fk_centre_district')),
    sa.ForeignKeyConstraint(['merged_into'], ['centre.code'], name=op.f('fk_centre_merged_into')),
    sa.ForeignKeyConstraint(['region'], ['region.code'], name=op.f('fk_centre_region')),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_centre')),
    info={'web': 'SELECT'}
    )
    op.create_table('district_region',
    sa.Column('id', sa.Integer(), sa.Identity(always=False), nullable=False),
    sa.Column('district', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('assumed', sa.Boolean(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('origin', sa.Text(), server_default='installation', nullable=False),
    sa.CheckConstraint('starts_on < ends_on', name=op.f('ck_district_region_span')),
    sa.ForeignKeyConstraint(['district'], ['district.code'], name=op.f('fk_district_region_district')),
    sa.ForeignKeyConstraint(['region'], ['region.code'], name=op.f('fk_district_region_region')),
    sa.ForeignKeyConstraint(['source'], ['network_source.code'], name=op.f('fk_district_region_source')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_district_region')),
    sa.UniqueConstraint('district', 'starts_on', name=op.f('uq_district_region_district_starts_on'), postgresql_nulls_not_distinct=True),
    info={'web': 'SELECT'}
    )
    op.create_table('known_contact',
    sa.Column('digest', sa.LargeBinary(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_known_contact_centre_id')),
    sa.PrimaryKeyConstraint('digest', 'centre_id', name=op.f('pk_known_contact')),
    info={'web': 'SELECT, INSERT'}
    )
    op.create_table('person',
    sa.Column('id', sa.Integer(), sa.Identity(always=False), nullable=False),
    sa.Column('login', sa.Text(), nullable=False),
    sa.Column('password_hash', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=True),
    sa.Column('language', sa.Text(), server_default='ko', nullable=False),
    sa.Column('active', sa.Boolean(), server_default='true', nullable=False),
    sa.Column('epoch', sa.Integer(), server_default='0', nullable=False),
    sa.CheckConstraint("role IN ('counsellor', 'attorney', 'manager', 'official', 'operator')", name=op.f('ck_person_role')),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_person_centre_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person')),
    sa.UniqueConstraint('login', name=op.f('uq_person_login')),
    info={'web': 'SELECT'}
    )
    op.create_table('case_file',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('intake_centre_id', sa.Text(), nullable=False),
    sa.Column('taken_in_by_id', sa.Integer(), nullable=False),
    sa.Column('handler_id', sa.Integer(), nullable=True),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('stage', sa.Text(), nullable=False),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=True),
    sa.Column('target', sa.Text(), nullable=True),
    sa.Column('urgency', sa.Text(), nullable=False),
    sa.Column('anonymous', sa.Boolean(), nullable=False),
    sa.Column('facts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('close_reason', sa.Text(), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_case_file_centre_id')),
    sa.ForeignKeyConstraint(['handler_id'], ['person.id'], name=op.f('fk_case_file_handler_id')),
    sa.ForeignKeyConstraint(['intake_centre_id'], ['centre.code'], name=op.f('fk_case_file_intake_centre_id')),
    sa.ForeignKeyConstraint(['taken_in_by_id'], ['person.id'], name=op.f('fk_case_file_taken_in_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_file')),
    sa.UniqueConstraint('number', name=op.f('uq_case_file_number')),
    info={'web': 'SELECT, INSERT, UPDATE (centre_id, handler_id, stage, topic, region, target, urgency, anonymous, facts, close_reason, closed_at, version)', 'rows': 'case'}
    )
    op.create_index(op.f('ix_case_file_handler_id'), 'case_file', ['handler_id'], unique=False, postgresql_where='handler_id IS NOT NULL')
    op.create_table('intake_draft',
    sa.Column('person_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_intake_draft_centre_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_intake_draft_person_id')),
    sa.PrimaryKeyConstraint('person_id', 'key', name=op.f('pk_intake_draft')),
    info={'web': 'SELECT, INSERT, UPDATE (saved_at, wrapped, fields), DELETE'}
    )
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
    info={'web': 'SELECT, INSERT'}
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
    info={'web': 'SELECT, INSERT'}
    )
    op.create_index(op.f('ix_module_suspension_version'), 'module_suspension', ['version'], unique=False)
    op.create_table('routing_precedence',
    sa.Column('id', sa.Integer(), sa.Identity(always=False), nullable=False),
    sa.Column('winner', sa.Text(), nullable=False),
    sa.Column('loser', sa.Text(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('withdrawn', sa.Boolean(), nullable=False),
    sa.Column('changed_by', sa.Integer(), nullable=True),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['changed_by'], ['person.id'], name=op.f('fk_routing_precedence_changed_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_routing_precedence')),
    info={'web': 'SELECT, INSERT'}
    )
    op.create_table('case_event',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('from_stage', sa.Text(), nullable=True),
    sa.Column('to_stage', sa.Text(), nullable=True),
    sa.Column('why', sa.Text(), nullable=True),
    sa.Column('note', sa.LargeBinary(), nullable=True),
    sa.Column('about', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_event_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_case_event_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_event')),
    info={'web': 'SELECT, INSERT', 'rows': 'case'}
    )
    op.create_index(op.f('ix_case_event_case_id_id'), 'case_event', ['case_id', 'id'], unique=False)
    op.create_table('case_grant',
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('handler_id', sa.Integer(), nullable=True),
    sa.Column('created', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_grant_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_case_grant_centre_id')),
    sa.ForeignKeyConstraint(['handler_id'], ['person.id'], name=op.f('fk_case_grant_handler_id')),
    sa.PrimaryKeyConstraint('centre_id', 'case_id', name=op.f('pk_case_grant')),
    info={'web': 'SELECT, INSERT, UPDATE (status, handler_id)', 'rows': 'case'}
    )
    op.create_index(op.f('ix_case_grant_case_id'), 'case_grant', ['case_id'], unique=False)
    op.create_index(op.f('ix_case_grant_centre_id_created_case_id'), 'case_grant', ['centre_id', 'created', 'case_id'], unique=False)
    op.create_index(op.f('ix_case_grant_centre_id_handler_id_created_case_id'), 'case_grant', ['centre_id', 'handler_id', 'created', 'case_id'], unique=False)
    op.create_index(op.f('ix_case_grant_centre_id_status_created_case_id'), 'case_grant', ['centre_id', 'status', 'created', 'case_id'], unique=False)
    op.create_table('case_key',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_key_case_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('case_id', name=op.f('pk_case_key')),
    info={'web': 'SELECT, INSERT', 'rows': 'case'}
    )
    op.create_table('case_text',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('narrative', sa.LargeBinary(), nullable=True),
    sa.Column('answers', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_text_case_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('case_id', name=op.f('pk_case_text')),
    info={'web': 'SELECT, INSERT, UPDATE (narrative, answers)', 'rows': 'case'}
    )
    op.create_table('client',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('name', sa.LargeBinary(), nullable=True),
    sa.Column('name_index', sa.LargeBinary(), nullable=True),
    sa.Column('phone', sa.LargeBinary(), nullable=True),
    sa.Column('phone_index', sa.LargeBinary(), nullable=True),
    sa.Column('email', sa.LargeBinary(), nullable=True),
    sa.Column('email_index', sa.LargeBinary(), nullable=True),
    sa.Column('address', sa.LargeBinary(), nullable=True),
    sa.Column('birth_year', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_client_case_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('case_id', name=op.f('pk_client')),
    info={'web': 'SELECT, INSERT, UPDATE (name, name_index, phone, phone_index, email, email_index, address, birth_year)', 'rows': 'case'}
    )
    op.create_index(op.f('ix_client_name_index_birth_year'), 'client', ['name_index', 'birth_year'], unique=False)
    op.create_index(op.f('ix_client_phone_index'), 'client', ['phone_index'], unique=False)
    op.create_table('consent',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('given', sa.Boolean(), nullable=False),
    sa.Column('text_version', sa.Text(), nullable=False),
    sa.Column('text_hash', sa.Text(), nullable=False),
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_consent_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_consent_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consent')),
    info={'web': 'SELECT, INSERT', 'rows': 'case'}
    )
    op.create_index(op.f('ix_consent_case_id'), 'consent', ['case_id'], unique=False)
    op.create_table('decision',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('target', sa.Text(), nullable=True),
    sa.Column('centre_id', sa.Text(), nullable=True),
    sa.Column('receipt', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('note', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_decision_case_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_decision_centre_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_decision_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision')),
    info={'web': 'SELECT, INSERT', 'rows': 'case'}
    )
    op.create_index(op.f('ix_decision_case_id_id'), 'decision', ['case_id', 'id'], unique=False)
    for table, may in WEB.items():
        run(allow(table, may))
    # Who sees a case reads it; only the centre that has it writes.
    for table in OF_CASE:
        held = HELD.format(table=table)
        run(protect(table, check=held, change=held))
    # A case is its centre's own from the moment it is stored; from then on the grants tell.
    visible = f"centre_id = {CENTRE} OR {GRANTED.format(table='case_file', key='id')}"
    run(protect("case_file", key="id", using=visible, change=f"centre_id = {CENTRE}"))
    # A grant is seen by its own centre only, and given only by the one that has the case.
    own = f"centre_id = {CENTRE}"
    run(protect("case_grant", using=own, check=HELD.format(table="case_grant")))
    # Whom a centre knows is told to all by digests, and said by itself alone.
    run(protect("known_contact", using="true", check=own, change="false"))
    # Drafts and keys of forms are their writer's own, and nobody writes the log in another's name.
    run(protect("intake_draft", using=MINE))
    run(protect("submission", using=MINE))
    asked = f"coalesce(person_id::text, '') = current_setting('gilmok.person', true) AND coalesce(centre_id, '') = {CENTRE}"
    run(protect("access_log", using="false", check=asked))
    run(allow("alembic_version", "SELECT"))
    run(jobs_schema(procrastinate.schema.SchemaManager.get_schema()))


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
