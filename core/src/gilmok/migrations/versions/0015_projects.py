"""Projects, what is done for them, the council's agenda with each centre's position, and policy notes with their versions."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import CENTRE, allow, protect

revision = '0015'
down_revision = '0017'
branch_labels = None
depends_on = None

# What the web may do with each table; a job may do all.
WEB = {
    "project": (
        "SELECT, INSERT, UPDATE (title, programme, region, aim, for_whom, starts_on, ends_on, roles, links, measures,"
        " came_of_it, due_on, answer, published_at, ended_on, version)"
    ),
    "project_action": (
        "SELECT, INSERT, UPDATE (kind, title, day, starts, ends, place, told, public, called_off, people_reached,"
        " leaflets_given, media_mentions, version)"
    ),
    "project_position": "SELECT, INSERT, UPDATE (text, version)",
    "project_revision": "SELECT, INSERT",
    "policy_note": (
        "SELECT, INSERT, UPDATE (title, programme, region, issue, evidence, reports, proposal, to_whom, state, answer,"
        " version)"
    ),
    "policy_note_version": "SELECT, INSERT",
}
OFFICIAL = (
    "EXISTS (SELECT 1 FROM person x WHERE x.id::text = current_setting('gilmok.person', true) AND x.role = 'official')"
)
# What is a centre's is its own; what is the city's is its officials'.
MINE = f"({{t}}.centre_id = {CENTRE} OR ({{t}}.centre_id IS NULL AND {OFFICIAL}))"
STAFF = f"(coalesce({CENTRE}, '') <> '' OR {OFFICIAL})"
# Who takes part in a project stands in its own row, so that this policy reads no table whose policy reads this one.
NAMED = (
    f"({{t}}.roles @> jsonb_build_array(jsonb_build_object('who', 'centre:' || {CENTRE}))"
    f" OR ({{t}}.roles @> '[{{{{\"who\": \"city\"}}}}]' AND {OFFICIAL}))"
)
INSIDE = f"({MINE} OR {NAMED} OR ({{t}}.kind = 'council' AND {STAFF}))"
# Of the project, as far as row security shows it.
OF_PROJECT = "EXISTS (SELECT 1 FROM project p WHERE p.id = {table}.project_id AND ({when}))"


def upgrade() -> None:
    op.create_table('policy_note',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=True),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('programme', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('issue', sa.Text(), nullable=False),
    sa.Column('evidence', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('reports', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('proposal', sa.Text(), nullable=False),
    sa.Column('to_whom', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=False),
    sa.CheckConstraint("state IN ('draft', 'adopted', 'published', 'answered')", name=op.f('ck_policy_note_state')),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_policy_note_centre_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_policy_note_made_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_policy_note')),
    sa.UniqueConstraint('key', name=op.f('uq_policy_note_key'))
    )
    op.create_index(op.f('ix_policy_note_centre_id'), 'policy_note', ['centre_id'], unique=False)
    op.create_table('project',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=True),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('programme', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('aim', sa.Text(), nullable=False),
    sa.Column('for_whom', sa.Text(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('roles', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('links', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('measures', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('came_of_it', sa.Text(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.CheckConstraint("kind <> 'council' OR due_on IS NOT NULL", name=op.f('ck_project_due')),
    sa.CheckConstraint('ends_on IS NULL OR starts_on <= ends_on', name=op.f('ck_project_period')),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_project_centre_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_project_made_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_project')),
    sa.UniqueConstraint('key', name=op.f('uq_project_key'))
    )
    op.create_index(op.f('ix_project_centre_id_starts_on'), 'project', ['centre_id', 'starts_on'], unique=False)
    op.create_table('policy_note_version',
    sa.Column('note_id', sa.BigInteger(), nullable=False),
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=True),
    sa.Column('programme', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('published_on', sa.Date(), nullable=True),
    sa.Column('change', sa.Text(), nullable=False),
    sa.Column('body', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_policy_note_version_centre_id')),
    sa.ForeignKeyConstraint(['note_id'], ['policy_note.id'], name=op.f('fk_policy_note_version_note_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_policy_note_version_person_id')),
    sa.PrimaryKeyConstraint('note_id', 'version', name=op.f('pk_policy_note_version'))
    )
    op.create_index(op.f('ix_policy_note_version_key'), 'policy_note_version', ['key'], unique=False)
    op.create_index(op.f('ix_policy_note_version_published_on'), 'policy_note_version', ['published_on'], unique=False, postgresql_where='published_on IS NOT NULL')
    op.create_table('project_action',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('project_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=True),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('starts', sa.Time(), nullable=True),
    sa.Column('ends', sa.Time(), nullable=True),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('told', sa.Text(), nullable=False),
    sa.Column('public', sa.Boolean(), nullable=False),
    sa.Column('called_off', sa.Boolean(), nullable=False),
    sa.Column('people_reached', sa.Integer(), nullable=True),
    sa.Column('leaflets_given', sa.Integer(), nullable=True),
    sa.Column('media_mentions', sa.Integer(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_project_action_centre_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_project_action_made_by_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_project_action_project_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_project_action')),
    sa.UniqueConstraint('key', name=op.f('uq_project_action_key'))
    )
    op.create_index(op.f('ix_project_action_day'), 'project_action', ['day'], unique=False)
    op.create_index(op.f('ix_project_action_project_id_day'), 'project_action', ['project_id', 'day'], unique=False)
    op.create_table('project_position',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('project_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_project_position_centre_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_project_position_project_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_project_position')),
    sa.UniqueConstraint('project_id', 'centre_id', name=op.f('uq_project_position_project_id_centre_id'))
    )
    op.create_table('project_revision',
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('row_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('project_id', sa.BigInteger(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_project_revision_centre_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_project_revision_person_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_project_revision_project_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('what', 'row_id', 'version', name=op.f('pk_project_revision'))
    )
    op.create_index(op.f('ix_project_revision_project_id'), 'project_revision', ['project_id'], unique=False)
    for table, may in WEB.items():
        run(allow(table, may))
    mine, inside = MINE.format(t="project"), INSIDE.format(t="p")
    # What is published is everybody's; an official counts.
    seen = f"{INSIDE.format(t='project')} OR project.published_at IS NOT NULL OR {OFFICIAL}"
    run(protect("project", using=seen, check=mine, change=mine))
    mine = MINE.format(t="project_action")
    shown = f"{inside} OR {OFFICIAL} OR (p.published_at IS NOT NULL AND project_action.public)"
    acting = f"{mine} AND {OF_PROJECT.format(table='project_action', when=inside)}"
    run(protect("project_action", using=OF_PROJECT.format(table="project_action", when=shown), check=acting, change=mine))
    # Positions are given until the joint answer stands.
    own = f"project_position.centre_id = {CENTRE}"
    still = OF_PROJECT.format(table="project_position", when="p.kind = 'council' AND p.answer = ''")
    asked = f"{own} AND {still}"
    run(protect("project_position", using=OF_PROJECT.format(table="project_position", when=inside), check=asked, change=asked))
    # A revision is added by whose the row is.
    rows = " OR ".join(
        f"(project_revision.what = '{table}' AND EXISTS (SELECT 1 FROM {table} r WHERE r.id = project_revision.row_id"
        f" AND r.{key} = project_revision.project_id AND {MINE.format(t='r')}))"
        for table, key in (("project", "id"), ("project_action", "project_id"), ("project_position", "project_id"))
    )
    revising = f"{MINE.format(t='project_revision')} AND ({rows})"
    run(protect("project_revision", using=OF_PROJECT.format(table="project_revision", when=inside), check=revising))
    run(protect("policy_note", using=MINE.format(t="policy_note")))
    mine = MINE.format(t="policy_note_version")
    of_note = "EXISTS (SELECT 1 FROM policy_note n WHERE n.id = policy_note_version.note_id AND n.key = policy_note_version.key)"
    run(protect("policy_note_version", using=f"{mine} OR published_on IS NOT NULL", check=f"{mine} AND {of_note}"))


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
