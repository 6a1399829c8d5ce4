"""Surveys: questions that are frozen once they are asked, anonymous answers, one-time codes, published reports."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from gilmok.ground.db.protection import CENTRE, allow, protect

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None

# What the web may do with each table; a job may do all.
CHANGING = (
    "programme, title, aim, asked, sampling, target, invited, opens_on, closes_on, coded, codes_made, state, report"
)
WEB = {
    "survey": f"SELECT, INSERT, UPDATE ({CHANGING})",
    "survey_form": "SELECT, INSERT, UPDATE (questions)",
    "survey_code": "SELECT, INSERT, DELETE",
    "survey_answer": "SELECT, INSERT",
    "survey_text": "SELECT, INSERT",
    "survey_report": "SELECT, INSERT",
}
# A centre's survey is its own; one of the city is its officials'.
OFFICIAL = (
    "EXISTS (SELECT 1 FROM person p WHERE p.id::text = current_setting('gilmok.person', true) AND p.role = 'official')"
)
OWN = f"({{s}}.centre_id = {CENTRE} OR ({{s}}.centre_id IS NULL AND {OFFICIAL}))"
# Whoever has the link may read the questions, and nothing else.
LINKED = "(survey.state <> 'draft' AND survey.link = current_setting('gilmok.survey_link', true))"
OF_OWN = f"EXISTS (SELECT 1 FROM survey s WHERE s.id = {{table}}.survey_id AND {OWN.format(s='s')}{{more}})"
OF_VISIBLE = "EXISTS (SELECT 1 FROM survey s WHERE s.id = {table}.survey_id{more})"


def upgrade() -> None:
    op.create_table('survey',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=True),
    sa.Column('made_by_id', sa.Integer(), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('copied_from', sa.Uuid(), nullable=True),
    sa.Column('programme', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('aim', sa.Text(), nullable=False),
    sa.Column('asked', sa.Text(), nullable=False),
    sa.Column('sampling', sa.Text(), nullable=False),
    sa.Column('target', sa.Integer(), nullable=False),
    sa.Column('invited', sa.Integer(), nullable=True),
    sa.Column('opens_on', sa.Date(), nullable=False),
    sa.Column('closes_on', sa.Date(), nullable=False),
    sa.Column('coded', sa.Boolean(), nullable=False),
    sa.Column('codes_made', sa.Integer(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('link', sa.Text(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=False),
    sa.Column('report', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.CheckConstraint("state IN ('draft', 'open', 'closed')", name=op.f('ck_survey_state')),
    sa.CheckConstraint('opens_on <= closes_on', name=op.f('ck_survey_period')),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_survey_centre_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_survey_made_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_survey')),
    sa.UniqueConstraint('code', name=op.f('uq_survey_code')),
    sa.UniqueConstraint('link', name=op.f('uq_survey_link')),
    )
    op.create_index(op.f('ix_survey_centre_id'), 'survey', ['centre_id'], unique=False)
    op.create_table('survey_form',
    sa.Column('survey_id', sa.Uuid(), nullable=False),
    sa.Column('questions', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['survey_id'], ['survey.id'], name=op.f('fk_survey_form_survey_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('survey_id', name=op.f('pk_survey_form')),
    )
    op.create_table('survey_code',
    sa.Column('survey_id', sa.Uuid(), nullable=False),
    sa.Column('digest', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['survey_id'], ['survey.id'], name=op.f('fk_survey_code_survey_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('survey_id', 'digest', name=op.f('pk_survey_code')),
    )
    op.create_table('survey_answer',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('survey_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('way', sa.Text(), nullable=False),
    sa.Column('answers', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['survey_id'], ['survey.id'], name=op.f('fk_survey_answer_survey_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_survey_answer')),
    )
    op.create_index(op.f('ix_survey_answer_survey_id'), 'survey_answer', ['survey_id'], unique=False)
    op.create_table('survey_text',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('survey_id', sa.Uuid(), nullable=False),
    sa.Column('question', sa.Text(), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['survey_id'], ['survey.id'], name=op.f('fk_survey_text_survey_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_survey_text')),
    )
    op.create_index(op.f('ix_survey_text_survey_id'), 'survey_text', ['survey_id'], unique=False)
    op.create_table('survey_report',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('centre_id', sa.Text(), nullable=True),
    sa.Column('published_on', sa.Date(), nullable=False),
    sa.Column('change', sa.Text(), nullable=False),
    sa.Column('body', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['centre.code'], name=op.f('fk_survey_report_centre_id')),
    sa.ForeignKeyConstraint(['code'], ['survey.code'], name=op.f('fk_survey_report_code'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('code', 'version', name=op.f('pk_survey_report')),
    )
    for table, may in WEB.items():
        run(allow(table, may))
    own = OWN.format(s="survey")
    run(protect("survey", using=f"{own} OR {LINKED}", check=own, change=own))
    # Once a survey is open, nobody changes what is asked.
    draft = OF_OWN.format(table="survey_form", more=" AND s.state = 'draft'")
    run(protect("survey_form", using=OF_VISIBLE.format(table="survey_form", more=""), check=draft, change=draft))
    run(protect("survey_code", using=OF_VISIBLE.format(table="survey_code", more=""),
                check=OF_OWN.format(table="survey_code", more="")))
    for table in ("survey_answer", "survey_text"):
        run(protect(table, using=OF_OWN.format(table=table, more=""),
                    check=OF_VISIBLE.format(table=table, more=" AND s.state = 'open'")))
    # What is published is everybody's; only its centre adds to it, once the survey is closed.
    closed = f"EXISTS (SELECT 1 FROM survey s WHERE s.code = survey_report.code AND s.state = 'closed' AND {OWN.format(s='s')})"
    run(protect("survey_report", using="true", check=closed, change="false"))


def run(statements: Iterable[str]) -> None:
    """Carry the statements out one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)
