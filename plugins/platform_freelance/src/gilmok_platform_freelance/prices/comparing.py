"""What a case was paid beside the published unit price. None of it commits."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from gilmok.modules.site import CaseInView, Person, ViewerSession, _, log, today
from gilmok_platform_freelance.prices import words
from gilmok_platform_freelance.prices.models import PriceComparison, PriceRelease
from gilmok_platform_freelance.prices.rules import percent_of
from gilmok_platform_freelance.prices.schemas import unit_price

BASIS = ("key", "code", "field", "kind", "unit", "experience", "covers", "n", "median")


def compare(
    session: ViewerSession, case: CaseInView, values: Mapping[str, Any], *, release: PriceRelease,
    price: Mapping[str, Any], by: Person,
) -> PriceComparison:
    """Keep with the case how much of a published price was paid, with the figures as they stand."""
    paid = unit_price(values)
    published = release.published_on.isoformat() if release.published_on else ""
    found = PriceComparison(
        id=uuid4(), case_id=case.id, at_version=release.number, paid=paid, percent=percent_of(paid, price["median"]),
        basis={name: price[name] for name in BASIS} | {"published_on": published}, compared_on=today(),
        compared_by_id=by.id,
    )
    session.add(found)
    session.flush()
    log(session, "price_compared", cases=[case.id], version=release.number)
    return found


def sentence(found: PriceComparison) -> str:
    """The comparison in a sentence for a letter."""
    basis = found.basis
    return _(
        "The fee of %(paid)s won per %(unit)s (%(kind)s) is %(percent)s%% of the median of the standard unit prices for"
        " freelancers that the city published (version %(version)s of %(day)s, %(median)s won, %(n)s observations). The"
        " standard unit price is a reference, not a legal minimum.",
        paid=words.amount(float(found.paid)), unit=words.said(basis["unit"]), kind=title(basis),
        percent=found.percent, version=found.at_version, day=words.day_title(basis["published_on"]),
        median=words.amount(basis["median"]), n=basis["n"],
    )


def title(basis: Mapping[str, Any]) -> str:
    """What was compared: the kind of work, with the experience where the price is of one."""
    names = [words.said(basis["field"]), words.price_title(basis), words.experience_title(basis["experience"])]
    return " · ".join(filter(None, names))
