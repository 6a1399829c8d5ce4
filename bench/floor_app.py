"""The floor of the pages: bare Flask, SQLAlchemy Core, Jinja and flask-login, and nothing of ours.

It serves the same bytes from plain rows that were written for it (see `floor_pages`): no sealed field, no row security,
no access log, no second language, no filter, no count, and one query beside the one that knows who is logged in. It is
the least that pages of this size can cost with these tools, not what an office could be run with.
"""

import secrets
from typing import Any

from flask import Flask, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user, login_required, login_user
from jinja2 import DictLoader
from sqlalchemy import ARRAY, JSON, Column, Engine, Index, Integer, MetaData, Table, Text, insert, select

metadata = MetaData()
people = Table("floor_person", metadata, Column("id", Integer, primary_key=True), Column("name", Text))
cases = Table(
    "floor_case", metadata,
    Column("id", Integer, primary_key=True), Column("centre", Text), Column("number", Text, unique=True),
    Column("shape", Integer), Column("words", ARRAY(Text)), Column("told", JSON), Column("narrative", Text),
    Index("floor_case_newest", "centre", "id"),
)
new_cases = Table(
    "floor_new_case", metadata,
    Column("id", Integer, primary_key=True), Column("number", Text, unique=True), Column("facts", JSON),
    *(Column(name, Text) for name in ("name", "phone", "address", "narrative")),
)
LIST = select(cases.c.number, cases.c.shape, cases.c.words)
CASE = select(cases.c.number, cases.c.told, cases.c.narrative)
ROWS = 50


class User(UserMixin):
    """Who is logged in."""

    def __init__(self, row: Any) -> None:
        self.id = row.id
        self.name = row.name


def floor_app(engine: Engine, templates: dict[str, str]) -> Flask:
    """The application, on a database that has its tables."""
    app = Flask("floor")
    app.secret_key = secrets.token_bytes(32)
    app.jinja_env.loader = DictLoader(templates)
    app.jinja_env.autoescape = True
    manager = LoginManager(app)

    @manager.user_loader
    def load(key: str) -> User | None:
        with engine.connect() as connection:
            row = connection.execute(select(people).where(people.c.id == int(key))).one_or_none()
        return User(row) if row else None

    @app.get("/login")
    def log_in() -> str:
        with engine.connect() as connection:
            login_user(User(connection.execute(select(people)).first()))
        return "ok"

    @app.get("/cases/")
    @login_required
    def index() -> str:
        newest = LIST.where(cases.c.centre == "gwanak").order_by(cases.c.id.desc()).limit(ROWS)
        with engine.connect() as connection:
            lines = connection.execute(newest).all()
        return render_template("list", lines=lines, name=current_user.name, token=token(), key=token())

    @app.get("/cases/<number>")
    @login_required
    def page(number: str) -> str:
        with engine.connect() as connection:
            case = connection.execute(CASE.where(cases.c.number == number)).one()
        return render_template("case", case=case, name=current_user.name, token=token(), key=token())

    @app.post("/cases/")
    @login_required
    def create() -> ResponseReturnValue:
        form = request.form
        values = {name: form.get(name) for name in ("name", "phone", "address", "narrative")}
        number = secrets.token_hex(8)
        with engine.begin() as connection:
            connection.execute(insert(new_cases).values(number=number, facts=form.to_dict(flat=False), **values))
        return redirect(f"/cases/{number}", 303)

    return app


def token() -> str:
    """What a form carries, to be told from a stranger's."""
    return secrets.token_hex(16)
