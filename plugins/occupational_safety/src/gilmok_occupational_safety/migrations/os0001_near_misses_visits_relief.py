"""Reports of harm and near misses, visits to workplaces, relief measures, and who may read which."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from gilmok.modules.site import CENTRE, HELD, OFFICIAL, allow, protect

revision = "os0001"
down_revision = None
branch_labels = None
depends_on = None

PREFIX = "occupational_safety_"
MINE = "{table}.centre_id = " + CENTRE
BY_ME = "{table}.by_id::text = current_setting('gilmok.person', true)"
NEW = "verdict IS NULL AND passed_to IS NULL AND same_as IS NULL AND checked_on IS NULL AND checked_by_id IS NULL AND version = 1"
OF_REPORT = "EXISTS (SELECT 1 FROM occupational_safety_near_miss r WHERE r.id = {table}.report_id AND r.centre_id = " + CENTRE + ")"
# A visit is the hub's that makes it, and can be read where it was asked for.
VISIT = "EXISTS (SELECT 1 FROM occupational_safety_visit v WHERE v.id = {table}.visit_id AND "
OF_VISIT = VISIT + "(v.centre_id = " + CENTRE + " OR v.from_centre_id = " + CENTRE + "))"
OF_OWN_VISIT = VISIT + "v.centre_id = " + CENTRE + ")"

# What the web may do with each table; a job may do all.
WEB = {
    "near_miss": "SELECT, INSERT, UPDATE (verdict, passed_to, same_as, checked_on, checked_by_id, version)",
    "near_miss_check": "SELECT, INSERT",
    "made_of_case": "SELECT, INSERT",
    "visit": "SELECT, INSERT, UPDATE (state, visit_on, consent, reason, version)",
    "visit_move": "SELECT, INSERT",
    "advice": "SELECT, INSERT, UPDATE (result, answered_on, wrapped, fields, version)",
    "measure": "SELECT, INSERT, UPDATE (result, ended_on, wrapped, fields, version)",
    "measure_count": "SELECT, INSERT",
}


def upgrade() -> None:
    op.create_table('occupational_safety_measure_count',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('quarter', sa.Date(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('result', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_occupational_safety_measure_count_centre_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occupational_safety_measure_count'))
    )
    op.create_index(op.f('ix_occupational_safety_measure_count_quarter'), 'occupational_safety_measure_count', ['quarter'], unique=False)
    op.create_table('occupational_safety_near_miss',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('district', sa.Text(), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('way', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('hazard', sa.Text(), nullable=False),
    sa.Column('industry', sa.Text(), nullable=False),
    sa.Column('happened', sa.Text(), nullable=False),
    sa.Column('told_before', sa.Text(), nullable=False),
    sa.Column('danger_now', sa.Boolean(), nullable=False),
    sa.Column('verdict', sa.Text(), nullable=True),
    sa.Column('passed_to', sa.Text(), nullable=True),
    sa.Column('same_as', sa.Uuid(), nullable=True),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.Column('checked_by_id', sa.Integer(), nullable=True),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_occupational_safety_near_miss_centre_id')),
    sa.ForeignKeyConstraint(['checked_by_id'], ['person.id'], name=op.f('fk_occupational_safety_near_miss_checked_by_id')),
    sa.ForeignKeyConstraint(['same_as'], ['occupational_safety_near_miss.id'], name=op.f('fk_occupational_safety_near_miss_same_as')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occupational_safety_near_miss'))
    )
    op.create_index(op.f('ix_occupational_safety_near_miss_centre_id_received_on'), 'occupational_safety_near_miss', ['centre_id', 'received_on'], unique=False)
    op.create_table('occupational_safety_made_of_case',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_occupational_safety_made_of_case_case_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('case_id', 'kind', 'key', name=op.f('pk_occupational_safety_made_of_case'))
    )
    op.create_table('occupational_safety_measure',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('case_number', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('sent_to', sa.Text(), nullable=False),
    sa.Column('consent', sa.Text(), nullable=False),
    sa.Column('begun_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_occupational_safety_measure_by_id')),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_occupational_safety_measure_case_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occupational_safety_measure'))
    )
    op.create_index(op.f('ix_occupational_safety_measure_case_id'), 'occupational_safety_measure', ['case_id'], unique=False)
    op.create_table('occupational_safety_near_miss_check',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('report_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('verdict', sa.Text(), nullable=False),
    sa.Column('passed_to', sa.Text(), nullable=True),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_occupational_safety_near_miss_check_by_id')),
    sa.ForeignKeyConstraint(['report_id'], ['occupational_safety_near_miss.id'], name=op.f('fk_occupational_safety_near_miss_check_report_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occupational_safety_near_miss_check'))
    )
    op.create_index(op.f('ix_occupational_safety_near_miss_check_report_id'), 'occupational_safety_near_miss_check', ['report_id'], unique=False)
    op.create_table('occupational_safety_visit',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('from_centre_id', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('district', sa.Text(), nullable=False),
    sa.Column('industry', sa.Text(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('asked_by', sa.Text(), nullable=False),
    sa.Column('agency', sa.Text(), nullable=True),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('visit_on', sa.Date(), nullable=True),
    sa.Column('consent', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('report_id', sa.Uuid(), nullable=True),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_occupational_safety_visit_centre_id')),
    sa.ForeignKeyConstraint(['from_centre_id'], ['centre.code'], name=op.f('fk_occupational_safety_visit_from_centre_id')),
    sa.ForeignKeyConstraint(['report_id'], ['occupational_safety_near_miss.id'], name=op.f('fk_occupational_safety_visit_report_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occupational_safety_visit'))
    )
    op.create_index(op.f('ix_occupational_safety_visit_centre_id_state'), 'occupational_safety_visit', ['centre_id', 'state'], unique=False)
    op.create_index(op.f('ix_occupational_safety_visit_from_centre_id'), 'occupational_safety_visit', ['from_centre_id'], unique=False)
    op.create_table('occupational_safety_advice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('visit_id', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_occupational_safety_advice_by_id')),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_occupational_safety_advice_centre_id')),
    sa.ForeignKeyConstraint(['visit_id'], ['occupational_safety_visit.id'], name=op.f('fk_occupational_safety_advice_visit_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occupational_safety_advice'))
    )
    op.create_index(op.f('ix_occupational_safety_advice_centre_id_due_on'), 'occupational_safety_advice', ['centre_id', 'due_on'], unique=False)
    op.create_index(op.f('ix_occupational_safety_advice_visit_id'), 'occupational_safety_advice', ['visit_id'], unique=False)
    op.create_table('occupational_safety_visit_move',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('visit_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('visit_on', sa.Date(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('fields', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_occupational_safety_visit_move_by_id')),
    sa.ForeignKeyConstraint(['visit_id'], ['occupational_safety_visit.id'], name=op.f('fk_occupational_safety_visit_move_visit_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occupational_safety_visit_move'))
    )
    op.create_index(op.f('ix_occupational_safety_visit_move_visit_id'), 'occupational_safety_visit_move', ['visit_id'], unique=False)
    for table, may in WEB.items():
        run(allow(PREFIX + table, may))
    for table, rules in policies().items():
        named = {name: rule.format(table=PREFIX + table) for name, rule in rules.items()}
        run(protect(PREFIX + table, **named))


def policies() -> dict[str, dict[str, str]]:
    """Who may see (`using`), add (`check`) and change the rows of each table; without, where the case may be seen."""
    counted = f"({MINE} OR {OFFICIAL})"
    asked_here = "{table}.from_centre_id = " + CENTRE
    return {
        # Anybody may add a report and read none; the hub's centre reads its own, an official counts.
        "near_miss": {"using": counted, "check": NEW, "change": MINE},
        "near_miss_check": {"using": OF_REPORT, "check": f"{OF_REPORT} AND {BY_ME}"},
        "made_of_case": {},
        "visit": {
            "using": f"({counted} OR {asked_here})", "change": MINE,
            "check": asked_here + " AND state = 'asked' AND version = 1",
        },
        "visit_move": {
            "using": OF_VISIT, "check": f"{BY_ME} AND ({OF_OWN_VISIT} OR (state = 'asked' AND {OF_VISIT}))",
        },
        "advice": {
            "using": f"({counted} OR {OF_VISIT})", "check": f"{MINE} AND {BY_ME} AND {OF_OWN_VISIT}", "change": MINE,
        },
        # What is arranged in a case is written where the case lies.
        "measure": {"check": f"{HELD} AND {BY_ME}", "change": HELD},
        "measure_count": {"using": counted, "check": MINE},
    }


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
