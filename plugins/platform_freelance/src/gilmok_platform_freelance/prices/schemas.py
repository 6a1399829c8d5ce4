"""What the forms of unit prices take; errors are sentences beside their fields.

Lines of a CSV file are read by the same form as the page.
"""

import re
from collections.abc import Collection, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from marshmallow import ValidationError

from gilmok.modules.api import _
from gilmok.modules.site import Code, Errors, Form, FreeText, Line, Number, WholeNumber, Won, YesNo, today
from gilmok.modules.site import _ as translated
from gilmok_platform_freelance.prices.words import ANYWHERE, OUTSIDE

EXPERIENCES = ("under_3", "3_to_9", "10_up", "unknown")
SOURCES = ("contract", "survey", "counselling")
MONTH = re.compile(r"(20[0-9]{2}) ?[-./년]? ?(1[0-2]|0?[1-9]) ?월?")
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CENT = Decimal("0.01")
ABOVE_ZERO = _("Please write a number above 0.")
LIKE_A_MONTH = _("Please write the month like 2026-03.")
TO_COME = _("This month is still to come.")
NOT_LISTED = _("Please choose one of the listed answers.")
PLAIN_CODE = _("Please use small letters, digits and hyphens, like web-page.")
CODE_TAKEN = _("This code is taken.")
LAST_BEFORE = _("The last month is before the first.")
CHOOSE_KIND, WRITE_PAID = _("Please choose the kind of paid work."), _("Please write what was paid.")


def more_than_nothing(value: float) -> None:
    """A validator: an amount by which one can divide."""
    if value <= 0:
        raise ValidationError(translated(ABOVE_ZERO))


class Month(Line):
    """A month that is not to come, typed as `2026-3`, `2026.03`, `202603` or `2026년 3월`; its first day."""

    def read(self, value: Any) -> Any:
        """The first day of the month."""
        found = MONTH.fullmatch(super().read(value))
        if not found:
            raise ValidationError(translated(LIKE_A_MONTH))
        month = date(int(found[1]), int(found[2]), 1)
        if month > today():
            raise ValidationError(translated(TO_COME))
        return month


class KindForm(Form):
    """A kind of work and its unit, in both languages."""

    needed = {
        "field_ko": _("Please write the field of work in Korean."),
        "field_en": _("Please write the field of work in English."),
        "name_ko": _("Please write the kind of work in Korean."),
        "name_en": _("Please write the kind of work in English."),
        "unit_ko": _("Please write the unit in Korean."), "unit_en": _("Please write the unit in English."),
    }
    field_ko = Line(required=True, longest=60)
    field_en = Line(required=True, longest=60)
    name_ko = Line(required=True, longest=80)
    name_en = Line(required=True, longest=80)
    unit_ko = Line(required=True, longest=30)
    unit_en = Line(required=True, longest=30)
    active = Code(["yes"], load_default="")


class NewKindForm(KindForm):
    """A new kind, with the code that it keeps."""

    needed = {**KindForm.needed, "code": _("Please write a code.")}
    code = Line(required=True, longest=40)


class ObservationForm(Form):
    """One observed price. `won` is for the `quantity`; left empty, it is the price of one unit."""

    needed = {
        "kind": CHOOSE_KIND, "won": WRITE_PAID, "month": _("Please write the month of the contract."),
        "experience": _("Please choose the experience in this work."),
        "region": _("Please choose the region of the work."), "source": _("Please choose the source of the price."),
        "evidence": _("Please say whether the evidence was seen."),
    }
    kind = Line(required=True, longest=40)
    won = Won(required=True, least=1)
    quantity = Number(load_default=1, validate=more_than_nothing)
    month = Month(required=True)
    experience = Code(EXPERIENCES, required=True)
    region = Line(required=True, longest=40)
    source = Code(SOURCES, required=True)
    evidence = YesNo(required=True, unsure=False)
    reference = Line(longest=60, load_default="")


class MethodForm(Form):
    """How a draft is worked out, and what is said of it."""

    needed = {
        "first": _("Please write the first month."), "last": _("Please write the last month."),
        "fence": _("Please write from how many robust deviations on a price is left out."),
        "least": _("Please write the least number of observations."),
        "givers": _("Please write the least number of different contracts or people."),
        "sample_ko": _("Please write in Korean how the prices were collected."),
        "sample_en": _("Please write in English how the prices were collected."),
    }
    first = Month(required=True)
    last = Month(required=True)
    fence = Number(required=True, least=2, most=10)
    least = WholeNumber(required=True, least=5, most=100)
    givers = WholeNumber(required=True, least=3, most=100)
    sample_ko = FreeText(required=True, longest=2000)
    sample_en = FreeText(required=True, longest=2000)


class ReviewForm(Form):
    """What a reviewer says, and whether it may be published."""

    needed = {
        "review": _("Please write what the review found."),
        "verdict": _("Please choose whether it may be published."),
    }
    review = FreeText(required=True, longest=4000)
    verdict = Code(["reviewed", "returned"], required=True)


class ChangeForm(Form):
    """What is said of a version where it is published."""

    change = Line(longest=300, load_default="")


class ReasonForm(Form):
    """Why something is taken back."""

    needed = {"reason": _("Please write the reason.")}
    reason = Line(required=True, longest=300)


class PaidForm(Form):
    """What a case was paid, to be compared with the price of `key`."""

    needed = {"key": CHOOSE_KIND, "won": WRITE_PAID}
    key = Line(required=True, longest=200)
    won = Won(required=True, least=1)
    quantity = Number(load_default=1, validate=more_than_nothing)


class CountedForm(ObservationForm):
    """A case's contract for the unit prices, if the person agrees."""

    needed = {**ObservationForm.needed, "consent": _("Please say whether the person agrees.")}
    consent = Code(["yes", "no"], required=True)


KIND, NEW_KIND, OBSERVATION, METHOD = KindForm(), NewKindForm(), ObservationForm(), MethodForm()
REVIEW, CHANGE, REASON, PAID, COUNTED = ReviewForm(), ChangeForm(), ReasonForm(), PaidForm(), CountedForm()


def read_observation(
    typed: Mapping[str, Any], kinds: Collection[str], regions: Collection[str], form: Form = OBSERVATION,
) -> tuple[dict[str, Any], Errors]:
    """An observation from its form or line; the kind and the region are those that there are."""
    values, errors = form.read(typed)
    known = {"kind": kinds, "region": {*regions, ANYWHERE, OUTSIDE}}
    for name, options in known.items():
        if name in values and values[name] not in options:
            errors = {**errors, name: [translated(NOT_LISTED)]}
    if not errors and unit_price(values) < CENT:
        errors = {"won": [translated(ABOVE_ZERO)]}
    return values, errors


def read_kind(typed: Mapping[str, Any], taken: Collection[str]) -> tuple[dict[str, Any], Errors]:
    """A new kind from its form; its code is plain and nobody else's."""
    values, errors = NEW_KIND.read(typed)
    if "code" in values and not CODE.fullmatch(values["code"]):
        errors = {**errors, "code": [translated(PLAIN_CODE)]}
    elif values.get("code") in taken:
        errors = {**errors, "code": [translated(CODE_TAKEN)]}
    return {**values, "active": bool(values.get("active"))}, errors


def read_method(typed: Mapping[str, Any]) -> tuple[dict[str, Any], Errors]:
    """The method from its form; the period does not end before it begins."""
    values, errors = METHOD.read(typed)
    if not errors and values["last"] < values["first"]:
        errors = {"last": [translated(LAST_BEFORE)]}
    return values, errors


def unit_price(values: Mapping[str, Any]) -> Decimal:
    """The price of one unit, to the hundredth of a won."""
    return (Decimal(values["won"]) / Decimal(str(values["quantity"]))).quantize(CENT, ROUND_HALF_UP)
