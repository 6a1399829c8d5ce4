"""Monitoring of unfair treatment: reports, companies, alerts, quarterly reports, and who may read which."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from gilmok.modules.site import CENTRE, OFFICIAL, allow, protect

revision = "pf0002"
down_revision = "pf0001"
branch_labels = None
depends_on = None

PREFIX = "platform_freelance_"
PERSON = "coalesce(current_setting('gilmok.person', true), '') <> ''"
NEW = "verdict IS NULL AND company_id IS NULL AND same_as IS NULL AND checked_on IS NULL AND checked_by_id IS NULL AND version = 1"
PROVEN = "encode({table}.proof, 'hex') = current_setting('gilmok.proof', true)"
# A report's words and checks are for the centre that has the report; a step is, as its alert.
OF_REPORT = "EXISTS (SELECT 1 FROM platform_freelance_report r WHERE r.id = {table}.report_id AND r.centre_id = " + CENTRE + ")"
OF_ALERT = "EXISTS (SELECT 1 FROM platform_freelance_alert a WHERE a.id = {table}.alert_id AND a.centre_id = " + CENTRE + ")"
# Words are added by who brings number and secret, or has just been given them.
OF_STATE = (
    "EXISTS (SELECT 1 FROM platform_freelance_report_state s WHERE s.report_id = {table}.report_id AND "
    + PROVEN.format(table="s") + ")"
)
SECOND = "published_by_id <> written_by_id AND published_by_id::text = current_setting('gilmok.person', true)"

# What the web may do with each table; a job may do all.
WEB = {
    "alert": "SELECT, INSERT, UPDATE (state, last_step, closed_on, version)",
    "alert_rule": "SELECT, INSERT",
    "alert_step": "SELECT, INSERT",
    "company": "SELECT, INSERT, UPDATE (merged_into, version)",
    "company_mark": "SELECT, INSERT",
    "published": "SELECT, INSERT",
    "quarterly": (
        "SELECT, INSERT, UPDATE (summary, proposals, change, state, written_by_id, named, named_by_id, version)"
    ),
    "report": (
        "SELECT, INSERT, UPDATE (company_id, verdict, authority, same_as, checked_on, checked_by_id, version)"
    ),
    "report_check": "SELECT, INSERT",
    "report_state": "SELECT, INSERT, UPDATE (state, authority, done)",
    "report_words": "SELECT, INSERT, UPDATE (read_on)",
    "reported": "SELECT, INSERT",
}


def upgrade() -> None:
    op.create_table('platform_freelance_reported',
    sa.Column('mark', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('mark', name=op.f('pk_platform_freelance_reported'))
    )
    op.create_table('platform_freelance_company',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.Column('merged_into', sa.Uuid(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_platform_freelance_company_centre_id')),
    sa.ForeignKeyConstraint(['merged_into'], ['platform_freelance_company.id'], name=op.f('fk_platform_freelance_company_merged_into')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_platform_freelance_company'))
    )
    op.create_index(op.f('ix_platform_freelance_company_centre_id'), 'platform_freelance_company', ['centre_id'], unique=False)
    op.create_table('platform_freelance_alert',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('company_id', sa.Uuid(), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.Column('reporters', sa.Integer(), nullable=False),
    sa.Column('rule_version', sa.Integer(), nullable=False),
    sa.Column('raised_on', sa.Date(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('last_step', sa.Text(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_platform_freelance_alert_centre_id')),
    sa.ForeignKeyConstraint(['company_id'], ['platform_freelance_company.id'], name=op.f('fk_platform_freelance_alert_company_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_platform_freelance_alert'))
    )
    op.create_index(op.f('ix_platform_freelance_alert_centre_id_raised_on'), 'platform_freelance_alert', ['centre_id', 'raised_on'], unique=False)
    op.create_index(op.f('ix_platform_freelance_alert_company_id'), 'platform_freelance_alert', ['company_id'], unique=False)
    op.create_table('platform_freelance_alert_rule',
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('least', sa.Integer(), nullable=False),
    sa.Column('days', sa.Integer(), nullable=False),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.Column('rise_least', sa.Integer(), nullable=False),
    sa.Column('set_on', sa.Date(), nullable=False),
    sa.Column('set_by_id', sa.Integer(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['set_by_id'], ['person.id'], name=op.f('fk_platform_freelance_alert_rule_set_by_id')),
    sa.PrimaryKeyConstraint('version', name=op.f('pk_platform_freelance_alert_rule'))
    )
    op.create_table('platform_freelance_company_mark',
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('mark', sa.LargeBinary(), nullable=False),
    sa.Column('company_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_platform_freelance_company_mark_centre_id')),
    sa.ForeignKeyConstraint(['company_id'], ['platform_freelance_company.id'], name=op.f('fk_platform_freelance_company_mark_company_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('centre_id', 'mark', name=op.f('pk_platform_freelance_company_mark'))
    )
    op.create_table('platform_freelance_quarterly',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('quarter', sa.Integer(), nullable=False),
    sa.Column('regions', JSONB(), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('proposals', sa.Text(), nullable=False),
    sa.Column('change', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('written_by_id', sa.Integer(), nullable=False),
    sa.Column('named', JSONB(), nullable=False),
    sa.Column('named_by_id', sa.Integer(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_platform_freelance_quarterly_centre_id')),
    sa.ForeignKeyConstraint(['named_by_id'], ['person.id'], name=op.f('fk_platform_freelance_quarterly_named_by_id')),
    sa.ForeignKeyConstraint(['written_by_id'], ['person.id'], name=op.f('fk_platform_freelance_quarterly_written_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_platform_freelance_quarterly')),
    sa.UniqueConstraint('code', name=op.f('uq_platform_freelance_quarterly_code'))
    )
    op.create_table('platform_freelance_report',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('district', sa.Text(), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('way', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('work', sa.Text(), nullable=False),
    sa.Column('month', sa.Date(), nullable=True),
    sa.Column('name_mark', sa.LargeBinary(), nullable=False),
    sa.Column('number_mark', sa.LargeBinary(), nullable=True),
    sa.Column('company_id', sa.Uuid(), nullable=True),
    sa.Column('verdict', sa.Text(), nullable=True),
    sa.Column('authority', sa.Text(), nullable=True),
    sa.Column('same_as', sa.Uuid(), nullable=True),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.Column('checked_by_id', sa.Integer(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_platform_freelance_report_centre_id')),
    sa.ForeignKeyConstraint(['checked_by_id'], ['person.id'], name=op.f('fk_platform_freelance_report_checked_by_id')),
    sa.ForeignKeyConstraint(['company_id'], ['platform_freelance_company.id'], name=op.f('fk_platform_freelance_report_company_id')),
    sa.ForeignKeyConstraint(['same_as'], ['platform_freelance_report.id'], name=op.f('fk_platform_freelance_report_same_as')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_platform_freelance_report'))
    )
    op.create_index(op.f('ix_platform_freelance_report_centre_id_received_on'), 'platform_freelance_report', ['centre_id', 'received_on'], unique=False)
    op.create_index(op.f('ix_platform_freelance_report_company_id'), 'platform_freelance_report', ['company_id'], unique=False)
    op.create_table('platform_freelance_alert_step',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('alert_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('step', sa.Text(), nullable=False),
    sa.Column('authority', sa.Text(), nullable=True),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['alert_id'], ['platform_freelance_alert.id'], name=op.f('fk_platform_freelance_alert_step_alert_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_platform_freelance_alert_step_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_platform_freelance_alert_step'))
    )
    op.create_index(op.f('ix_platform_freelance_alert_step_alert_id'), 'platform_freelance_alert_step', ['alert_id'], unique=False)
    op.create_table('platform_freelance_published',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('published_on', sa.Date(), nullable=False),
    sa.Column('written_by_id', sa.Integer(), nullable=False),
    sa.Column('published_by_id', sa.Integer(), nullable=False),
    sa.Column('change', sa.Text(), nullable=False),
    sa.Column('body', JSONB(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_platform_freelance_published_centre_id')),
    sa.ForeignKeyConstraint(['code'], ['platform_freelance_quarterly.code'], name=op.f('fk_platform_freelance_published_code')),
    sa.ForeignKeyConstraint(['published_by_id'], ['person.id'], name=op.f('fk_platform_freelance_published_published_by_id')),
    sa.ForeignKeyConstraint(['written_by_id'], ['person.id'], name=op.f('fk_platform_freelance_published_written_by_id')),
    sa.PrimaryKeyConstraint('code', 'version', name=op.f('pk_platform_freelance_published'))
    )
    op.create_table('platform_freelance_report_check',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('report_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('verdict', sa.Text(), nullable=False),
    sa.Column('authority', sa.Text(), nullable=True),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_platform_freelance_report_check_by_id')),
    sa.ForeignKeyConstraint(['report_id'], ['platform_freelance_report.id'], name=op.f('fk_platform_freelance_report_check_report_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_platform_freelance_report_check'))
    )
    op.create_index(op.f('ix_platform_freelance_report_check_report_id'), 'platform_freelance_report_check', ['report_id'], unique=False)
    op.create_table('platform_freelance_report_state',
    sa.Column('proof', sa.LargeBinary(), nullable=False),
    sa.Column('report_id', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('authority', sa.Text(), nullable=True),
    sa.Column('done', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_platform_freelance_report_state_centre_id')),
    sa.ForeignKeyConstraint(['report_id'], ['platform_freelance_report.id'], name=op.f('fk_platform_freelance_report_state_report_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('proof', name=op.f('pk_platform_freelance_report_state'))
    )
    op.create_index(op.f('ix_platform_freelance_report_state_report_id'), 'platform_freelance_report_state', ['report_id'], unique=True)
    op.create_table('platform_freelance_report_words',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('report_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.Column('read_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['report_id'], ['platform_freelance_report.id'], name=op.f('fk_platform_freelance_report_words_report_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_platform_freelance_report_words'))
    )
    op.create_index(op.f('ix_platform_freelance_report_words_report_id'), 'platform_freelance_report_words', ['report_id'], unique=False)
    for table, may in WEB.items():
        run(allow(PREFIX + table, may))
    for table, rules in policies().items():
        named = {name: rule.format(table=PREFIX + table) for name, rule in rules.items()}
        run(protect(PREFIX + table, **named))


def policies() -> dict[str, dict[str, str]]:
    """Who may see (`using`), add (`check`) and change the rows of each table."""
    mine = "{table}.centre_id = " + CENTRE
    counted = f"({mine} OR {OFFICIAL})"
    return {
        # Anybody may add a report and read none; the hub's centre reads its own, an official counts.
        "report": {"using": counted, "check": NEW, "change": mine},
        "report_state": {
            "using": f"({mine} OR {PROVEN})", "check": f"state = 'received' AND done IS NULL AND {PROVEN}",
            "change": mine,
        },
        "report_words": {"using": OF_REPORT, "check": OF_STATE},
        "report_check": {"using": OF_REPORT},
        "reported": {"using": PERSON},
        "company": {"using": counted, "check": mine, "change": mine},
        "company_mark": {"using": mine},
        "alert_rule": {"using": PERSON, "check": OFFICIAL},
        "alert": {"using": counted, "check": mine, "change": mine},
        "alert_step": {"using": OF_ALERT},
        "quarterly": {"using": counted, "check": mine},
        # Four eyes: nobody publishes in another's name, nor what they wrote themselves.
        "published": {"using": "true", "check": f"{counted} AND {SECOND}"},
    }


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
