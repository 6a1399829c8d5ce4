"""The pages of the calculators: one each, made from its declaration."""

from collections.abc import Mapping
from typing import Any

import structlog
from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.ground.web.request import needs
from gilmok.ground.web.words import date_long
from gilmok.law.calculators.declared import Calculator, Result
from gilmok.law.calculators.reading import Errors, read
from gilmok.law.shipped import NotInForce, shipped
from gilmok.law.showing import teller
from gilmok.law.words import UNITS

NO_FIGURE = _("No figure of the law is known for %(day)s.")
FAILED = _("The module of this calculator has an error and computed nothing. Please compute it by hand.")
blueprint = Blueprint("calculators", __name__, template_folder="templates")


@blueprint.get("/calculators/<name>")
@needs(Permission.SEE_LAW)
def calculator(name: str) -> ResponseReturnValue:
    """A calculator: its form, and, for what the address says, the result with each step."""
    found = calculators().get(name)
    if found is None:
        raise NotFound
    told, errors = answered(found, request.args) if request.args else (None, {})
    page = render_template(
        "law/calculator.html", calculator=found, typed=request.args, told=told, errors=errors, UNITS=UNITS,
        words=teller().words, options=options_of(found),
    )
    return page, 422 if errors else 200


def calculators() -> Mapping[str, Calculator]:
    """Every calculator of this application by its name: the law's own, then those of modules."""
    found: Mapping[str, Calculator] = current_app.extensions["calculators"]
    return found


def options_of(calculator: Calculator) -> dict[str, list[tuple[str, str]]]:
    """The answers of each input that offers some, with their words."""
    return {each.name: [(code, translated(title)) for code, title in each.options] for each in calculator.inputs}


def answered(calculator: Calculator, typed: Any) -> tuple[dict[str, Any] | None, Errors]:
    """The result as it is told, and what is wrong with the inputs."""
    result, errors = computed(calculator, typed)
    if result is None:
        return None, errors
    return teller().result(calculator, result), {}


def computed(calculator: Calculator, typed: Any) -> tuple[Result | None, Errors]:
    """The result, and what is wrong with the inputs; with errors there is none."""
    values, errors = read(calculator, typed)
    if errors:
        return None, errors
    try:
        return calculator.run(shipped(), values), {}
    except NotInForce as error:
        return None, {calculator.inputs[-1].name: [translated(NO_FIGURE, day=date_long(error.about["on"]))]}
    except Exception as error:
        # A module's: the page goes on without it. One of ours is a fault like any other.
        if "." not in calculator.name:
            raise
        structlog.get_logger().error("calculator failed", calculator=calculator.name, exc_info=error)
        return None, {calculator.inputs[-1].name: [translated(FAILED)]}
