"""The sub-page of a case with its calculations, and the calculators as a step inside a case."""

from collections.abc import Mapping

from flask import Blueprint, abort, current_app, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import _, current_language
from gilmok.ground.web.request import db, me, needs
from gilmok.journey.case.actions import carry_out, on_case
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import Answer, case_of, show_case
from gilmok.journey.sums import service
from gilmok.law.calculators.declared import Calculator
from gilmok.law.calculators.reading import Errors
from gilmok.law.calculators.views import computed, options_of
from gilmok.law.saying import Words
from gilmok.law.words import UNITS
from gilmok.modules.computing import where_active
from gilmok.modules.current import activations, registry

blueprint = Blueprint("sums", __name__, template_folder="templates", url_prefix="/cases")


@blueprint.get("/<number>/sums")
@needs(Permission.SEE_SUMS, of=case_of)
def index(case: Case) -> ResponseReturnValue:
    """What was computed for a case; with `calculator` in the address, that one's form."""
    name = request.args.get("calculator", "")
    return show_sums(case, of_case(case).get(name))


def of_case(case: Case) -> Mapping[str, Calculator]:
    """What can be computed in this case: by the law, and by the modules that were active where it came in."""
    return where_active(registry(), activations(), case.region, case.received_on)


def show_sums(case: Case, calculator: Calculator | None, *, errors: Errors | None = None) -> Answer:
    """The page of calculations, with what was typed into a refused form."""
    return show_case(
        "sums/index.html", case, status=422 if errors else 200, errors=errors or {}, typed=request.form,
        calculators=of_case(case).values(), calculator=calculator, options=options_of(calculator) if calculator else {},
        sums=service.sums_of(db(), case.id), language=current_language(), UNITS=UNITS,
        speaks=Words(_, current_language()),
    )


@blueprint.post("/<number>/sums")
@on_case(Permission.KEEP_SUMS)
def keep(case: Case) -> ResponseReturnValue:
    """Compute and keep the result."""
    calculator = of_case(case).get(request.form.get("calculator", ""))
    if calculator is None:
        raise NotFound
    result, errors = computed(calculator, request.form)
    if result is None:
        return show_sums(case, calculator, errors=errors) if errors else abort(400)
    catalogue = current_app.extensions["catalogue"]
    return carry_out(
        case,
        lambda: service.keep_sum(db(), case, calculator, request.form, result, catalogue=catalogue, by=me()),
        done="case_computed", said=_("The calculation is kept."), to="sums.index",
    )
