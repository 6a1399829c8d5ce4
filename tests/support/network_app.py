"""An application with the pages of the network and logging in, on the house of a test."""

from flask import Flask
from support.house import House

from gilmok.ground.access.login import init_login
from gilmok.ground.access.policy import Permission
from gilmok.ground.access.views import blueprint as access
from gilmok.ground.i18n import core_catalogue, init_i18n
from gilmok.ground.web import init_web
from gilmok.ground.web.frame import Frame, MenuItem
from gilmok.ground.web.request import Application, needs
from gilmok.network.views import blueprint as network


def network_app(house: House) -> Flask:
    """The application; its first page is empty."""
    app = Application("network", static_folder=None)
    installed = house.installed
    app.extensions |= {"settings": installed.settings, "database": installed.database, "vault": installed.vault}
    init_i18n(app, core_catalogue())
    init_login(app, installed.settings)
    init_web(app, Frame(menu=(MenuItem("Network of centres", "network.index"),)))
    for blueprint in (access, network):
        app.register_blueprint(blueprint)
    app.add_url_rule("/", "home", needs(Permission.PUBLIC)(lambda: "home"))
    return app
