"""The modules of the application that answers this request, and what is switched on in it."""

from flask import current_app, g, has_app_context

from gilmok.ground.web.request import db
from gilmok.modules import queries
from gilmok.modules.activation import Activations
from gilmok.modules.registry import Registry
from gilmok.modules.tools import Tools, of_process


def registry() -> Registry:
    """The modules that this application has loaded; without one, those that are installed."""
    if not has_app_context():
        return of_process()
    found: Registry = current_app.extensions["registry"]
    return found


def activations() -> Activations:
    """What is switched on, asked of the database once a request."""
    if "activations" not in g:
        g.activations = queries.activations(db(), registry())
    found: Activations = g.activations
    return found


def tools() -> Tools:
    """What the rooms above tell about rules that collide and cases that would go elsewhere."""
    found: Tools = current_app.extensions.get("module_tools", Tools())
    return found
