"""The web application, put together from its rooms: this file reads like a table of contents."""

from pathlib import Path

from flask import Flask

from gilmok.ground.access.login import init_login
from gilmok.ground.access.views import blueprint as access
from gilmok.ground.i18n import Catalogue, core_catalogue, init_i18n
from gilmok.ground.i18n import _marked as _
from gilmok.ground.installation import Installation
from gilmok.ground.logs import init_logs
from gilmok.ground.web import init_web
from gilmok.ground.web.beside import show_beside
from gilmok.ground.web.frame import Frame, MenuItem
from gilmok.ground.web.health import blueprint as health
from gilmok.ground.web.request import Application
from gilmok.journey import core_module, rooms
from gilmok.journey.help import show_help
from gilmok.journey.home import home
from gilmok.law.calculators.catalogue import CALCULATORS
from gilmok.law.views import blueprint as law
from gilmok.modules.mounting import lines_of, mount
from gilmok.modules.registry import Registry
from gilmok.modules.views import blueprint as modules
from gilmok.network.views import blueprint as network
from gilmok.network.views import centre_name
from gilmok.programmes import rooms as programmes

BESIDE = "beside"
BLUEPRINTS = (health, access, *rooms.BLUEPRINTS, *programmes.BLUEPRINTS, law, modules, network)
MENU = (
    MenuItem(_("Today"), "home"),
    MenuItem(_("Cases"), "cases.index"),
    MenuItem(_("New intake"), "intake.begin"),
    MenuItem(_("Online requests"), "requests.index"),
    MenuItem(_("My tasks"), "tasks.index"),
    MenuItem(_("Appointments"), "appointments.week"),
    MenuItem(_("Programmes"), BESIDE),
    MenuItem(_("Time limits and calculators"), "law.index"),
    MenuItem(_("Network of centres"), "network.index"),
    MenuItem(_("Official forms"), "forms.index"),
    MenuItem(_("Modules"), "modules.index"),
)
# What a centre does beside cases, on a page of its own; modules add theirs.
PROGRAMMES = (
    MenuItem(_("Courses and events"), "gatherings.index",
             about=_("Announce, register, tick who came, certificates; the calendar of the centre.")),
    MenuItem(_("Support in founding a union"), "unions.index",
             about=_("Step by step from the first talk to certificate and first bargaining, with time limits.")),
    MenuItem(_("Job support"), "employment.index",
             about=_("Openings, guidance and placement, and whether people stayed.")),
    MenuItem(_("Welfare links"), "welfare.index",
             about=_("Whom the centre sent to which agency, with what consent, and what came of it.")),
    MenuItem(_("Projects and campaigns"), "projects.index",
             about=_("What centres do together, the council's agenda, campaigns, policy notes; numbers of all that.")),
    MenuItem(_("Surveys"), "surveys.index",
             about=_("Ask workers of the area by link or on paper, count, publish.")),
)
# For anybody, without a login.
OPEN = (
    MenuItem(
        _("Find your centre"), "finding.find",
        about=_("Which centre helps you, where it is, and whether it is open now."),
    ),
    MenuItem(
        _("Ask for help online"), "asking.form",
        about=_("Write what happened. A counsellor gets back to you. You need not say your name."),
    ),
    MenuItem(_("My request"), "asking.state", about=_("How your request stands, by its number and secret; add to it.")),
    MenuItem(
        _("Courses and events"), "programmes.index",
        about=_("Education, lectures and events of the centres. Register here."),
    ),
    MenuItem(
        _("Job openings"), "published_openings.listed",
        about=_("Jobs that the centres know of, by district. Asking costs nothing."),
    ),
    MenuItem(
        _("Survey reports"), "published.index",
        about=_("What the centres found out by asking workers, with figures to download."),
    ),
    MenuItem(
        _("Campaigns and policy notes"), "project_pages.index",
        about=_("What the centres do together for workers, and what they propose."),
    ),
)


def create_app(installation: Installation, *, registry: Registry | None = None) -> Flask:
    """The web application of an installation, with the modules that are installed (or those of `registry`)."""
    app = Application("gilmok", static_folder=None)
    registry = registry or Registry.load(core=core_module)
    catalogue = catalogue_of(registry)
    app.extensions |= {
        "settings": installation.settings,
        "database": installation.database,
        "vault": installation.vault,
        "registry": registry,
        "catalogue": catalogue,
        "calculators": {**CALCULATORS, **registry.calculators},
        "calendar": programmes.CALENDAR,
    }
    init_logs(installation.settings)
    init_i18n(app, catalogue, folders_of(registry))
    init_login(app, installation.settings)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.add_url_rule("/", "home", home)
    app.add_url_rule("/help", "help", show_help)
    app.add_url_rule("/beside", BESIDE, show_beside)
    mount(app, registry)
    init_web(app, Frame(
        menu=MENU, beside=(*PROGRAMMES, *lines_of(app, registry, public=False)), beside_at=BESIDE,
        open=(*OPEN, *lines_of(app, registry, public=True)), front="finding.front", search="cases.search", help="help",
        centre_name=centre_name,
    ))
    return app


def catalogue_of(registry: Registry) -> Catalogue:
    """The Korean of the core and of every module; where both say a text, the core's word counts."""
    catalogue = core_catalogue()
    for folder in folders_of(registry):
        catalogue.add(folder)
    return catalogue


def folders_of(registry: Registry) -> list[Path]:
    """Where the modules' packages lie."""
    return [module.folder for module in registry.modules.values() if module.folder]
