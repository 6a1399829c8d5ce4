"""The page on which anybody finds the centre that helps: by district and matter, and whether it is open now."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.ground.clock import now, today
from gilmok.ground.i18n import _, current_language
from gilmok.ground.web.request import db
from gilmok.ground.web.visitors import visitors
from gilmok.journey.finding.hours import OpenNow, Standing, open_now
from gilmok.journey.finding.matters import MATTERS, to_bring
from gilmok.journey.finding.where import elsewhere, facts_of, helping
from gilmok.journey.routing.place import Placement
from gilmok.journey.routing.queries import Engine, engine
from gilmok.journey.routing.saying import Words
from gilmok.journey.routing.spoken import spoken
from gilmok.journey.vocabulary_codes import DISTRICTS
from gilmok.law.calendar import Calendar
from gilmok.law.queries import calendar
from gilmok.network.places import Centre

blueprint = Blueprint("finding", __name__, template_folder="templates")


@dataclass(frozen=True)
class Shown:
    """A centre and whether it is open at this moment."""

    centre: Centre
    open: OpenNow


@blueprint.get("/find")
@visitors()
def find() -> ResponseReturnValue:
    """The questions, and below them the answer, once a matter or a district was chosen."""
    asked = {name: known(name, request.args.get(name, "")) for name in ("topic", "workplace", "home")}
    about = {"asked": asked, "matters": words_of(MATTERS), "districts": districts(), "open_only": "now" in request.args}
    if not any(asked.values()):
        return render_template("finding/find.html", found=None, **about)
    return render_template("finding/find.html", **answer(asked), **about)


def known(name: str, code: str) -> str:
    """A code of the address that means something here; else none."""
    codes = MATTERS if name == "topic" else {option.code for option in DISTRICTS}
    return code if code in codes else ""


def answer(asked: dict[str, str]) -> dict[str, object]:
    """The centre that helps, why, and who else does."""
    running, on = engine(db(), current_app.extensions["registry"]), today()
    places = {"workplace": asked["workplace"], "home": asked["home"]}
    routed, placed = helping(running, facts_of(asked["topic"], **places), on)
    # What the rules say is there in Korean and English.
    language = "ko" if current_language() == "ko" else "en"
    said = Words(current_app.extensions["catalogue"], language, current_app.extensions["registry"], running.atlas)
    days, proposal = calendar(db()), spoken(routed, said)
    return {
        "found": shown(placed.centre, days), "city": running.atlas.labour_rights_centre(on),
        "reasons": proposal.reasons, "steps": [said.step(step) for step in placed.steps], "desk": proposal.target,
        "others": list(elsewhere(running.atlas, asked["topic"], on=on, **places)), "bring": to_bring(asked["topic"]),
        "open_instead": list(open_instead(running, placed, days, places)),
    }


def open_instead(running: Engine, placed: Placement, days: Calendar, places: dict[str, str]) -> Iterator[Shown]:
    """The other centres on the way from the person's districts that are open at this moment."""
    atlas, on = running.atlas, today()
    region = placed.region or ""
    near = [*(atlas.centre_of(code, on) for code in places.values()), atlas.hub_of(region, on)]
    for centre in dict.fromkeys([*filter(None, near), atlas.labour_rights_centre(on)]):
        here = shown(centre, days)
        if centre != placed.centre and here.open.standing is Standing.OPEN:
            yield here


def shown(centre: Centre, days: Calendar) -> Shown:
    """A centre with whether it is open now."""
    return Shown(centre, open_now(centre.hours_ko, now(), days))


def words_of(texts: dict[str, str]) -> list[tuple[str, str]]:
    """Codes with their words in the language of the page."""
    return [(code, _(text)) for code, text in texts.items()]


def districts() -> list[tuple[str, str]]:
    """The districts that one can choose, and outside of Seoul."""
    return [(option.code, _(option.title)) for option in DISTRICTS]
