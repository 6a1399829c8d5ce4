"""Whether the process lives, and whether it can answer."""

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import NotReady
from gilmok.ground.web.request import db, needs

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@needs(Permission.PUBLIC)
def alive() -> ResponseReturnValue:
    """The process answers."""
    return {"status": "alive"}


@blueprint.get("/readyz")
@needs(Permission.PUBLIC)
def ready() -> ResponseReturnValue:
    """The database answers and has this version's schema; else 503."""
    version = text("SELECT version_num FROM alembic_version")
    found = db().scalar(version, execution_options={"unscoped": "no case in it"})
    if found != current_app.extensions.get("revision", found):
        raise NotReady
    return {"status": "ready", "revision": found}


