"""The page on which anybody finds the centre that helps: by district and matter, and whether it is open now."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.ground.clock import now, today
from gilmok.ground.i18n import VISITORS_LANGUAGES, _, current_language, titled
from gilmok.ground.web.request import db
from gilmok.ground.web.visitors import visitors
from gilmok.journey.finding.hours import OpenNow, Standing, open_now
from gilmok.journey.finding.matters import HELP, MATTERS, WORK, to_bring
from gilmok.journey.finding.saying import VisitorsWords, hours_in_words, in_english_if_need_be
from gilmok.journey.finding.where import elsewhere, facts_of, helping
from gilmok.journey.routing.place import HUB_OF_TARGET, Placement
from gilmok.journey.routing.queries import Engine, engine
from gilmok.journey.routing.rules import Decision
from gilmok.journey.routing.spoken import spoken
from gilmok.journey.vocabulary_codes import DISTRICTS
from gilmok.law.calendar import Calendar
from gilmok.network.places import Centre

blueprint = Blueprint("finding", __name__, template_folder="templates")
ASKED = ("topic", "work", "workplace", "home")
FOR_EVERYBODY = visitors(*VISITORS_LANGUAGES)


@dataclass(frozen=True)
class Shown:
    """A centre and whether it is open at this moment."""

    centre: Centre
    open: OpenNow


@blueprint.get("/welcome")
@FOR_EVERYBODY
def front() -> ResponseReturnValue:
    """What is there for everybody, without a login: a line for each page."""
    return render_template("finding/front.html")


@blueprint.get("/find")
@FOR_EVERYBODY
def find() -> ResponseReturnValue:
    """The questions, and below them the answer, once a matter or a district was chosen."""
    asked = {name: known(name, request.args.get(name, "")) for name in ASKED}
    about = {
        "asked": asked, "matters": words_of(MATTERS), "works": words_of(WORK), "districts": districts(),
        "open_only": "now" in request.args, "hours_in_words": hours_in_words,
    }
    if not any(asked.values()):
        return render_template("finding/find.html", found=None, **about)
    return render_template("finding/find.html", **answer(asked), **about)


def known(name: str, code: str) -> str:
    """A code of the address that means something here; else none."""
    codes = {"topic": MATTERS, "work": WORK}.get(name) or {option.code for option in DISTRICTS}
    return code if code in codes else ""


def answer(asked: dict[str, str]) -> dict[str, object]:
    """The centre that helps, why, and who else does."""
    running, on = engine(db(), current_app.extensions["registry"]), today()
    places = {"workplace": asked["workplace"], "home": asked["home"]}
    routed, placed = helping(running, facts_of(asked["topic"], work=asked["work"], **places), on)
    extensions = current_app.extensions
    said = VisitorsWords(extensions["catalogue"], current_language(), extensions["registry"], running.atlas)
    days, proposal = running.calendar, spoken(routed, said)
    return {
        "found": shown(placed.centre, days), "city": running.atlas.labour_rights_centre(on),
        "desks": desks_of(routed.decision), "reasons": proposal.reasons,
        # That a desk stands at a hub tells a visitor nothing that the centre's name does not.
        "steps": [said.step(step) for step in placed.steps if step.text != HUB_OF_TARGET],
        "others": list(elsewhere(running.atlas, asked["topic"], on=on, **places)), "help": HELP,
        "bring": to_bring(asked["topic"]), "open_instead": list(open_instead(running, placed, days, places)),
    }


def desks_of(decision: Decision) -> list[tuple[str, str]]:
    """The desk that helps with it, and what it does; several, where a person has to choose from them."""
    known_here = decision.rulebook.targets
    desks = [known_here[each] for each in decision.targets if each in known_here]
    return [(in_english_if_need_be(desk.title), in_english_if_need_be(desk.summary)) for desk in desks]


def open_instead(running: Engine, placed: Placement, days: Calendar, places: dict[str, str]) -> Iterator[Shown]:
    """The other centres on the way from the person's districts that are open at this moment."""
    atlas, on = running.atlas, today()
    region = placed.region or ""
    near = [*(atlas.centre_of(code, on) for code in places.values()), atlas.hub_of(region, on)]
    for centre in dict.fromkeys([*filter(None, near), atlas.labour_rights_centre(on)]):
        here = shown(centre, days)
        if centre != placed.centre and here.open.standing in {Standing.OPEN, Standing.BY_PHONE}:
            yield here


def shown(centre: Centre, days: Calendar) -> Shown:
    """A centre with whether it is open now."""
    return Shown(centre, open_now(centre.hours_ko, now(), days))


def words_of(texts: dict[str, str]) -> list[tuple[str, str]]:
    """Codes with their words in the language of the page."""
    return titled(texts)


def districts() -> list[tuple[str, str]]:
    """The districts that one can choose, and outside of Seoul."""
    return [(option.code, _(option.title)) for option in DISTRICTS]
