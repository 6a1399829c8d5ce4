"""From a draft to a published version, and to its end. None of it commits."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import chain
from typing import Any
from uuid import uuid4

from sqlalchemy import func, select

from gilmok.modules.site import IllegalMove, Person, ViewerSession, change_version, log, today
from gilmok_platform_freelance.prices import queries
from gilmok_platform_freelance.prices.models import PriceKind, PriceRelease
from gilmok_platform_freelance.prices.rules import Method, Outcome, Price, work_out
from gilmok_platform_freelance.prices.schemas import SOURCES


class OutOfTurn(IllegalMove):
    """This draft is not at that step: look at it anew."""


def compute(session: ViewerSession, said: Mapping[str, Any], *, by: Person) -> PriceRelease:
    """A draft of the months and by the method that were said, from all observations that the person sees."""
    first, last = said["first"], said["last"]
    method = Method(fence=float(said["fence"]), least=said["least"], givers=said["givers"])
    outcome = work_out(queries.observed(session, first, last), method)
    release = PriceRelease(
        id=uuid4(), state="draft", version=1, computed_by_id=by.id, computed_on=today(),
        method={
            "first": f"{first:%Y-%m}", "last": f"{last:%Y-%m}", **asdict(method),
            "sample": {"ko": said["sample_ko"], "en": said["sample_en"]},
        },
        body={"sample": sample_of(outcome), **body_of(outcome, queries.kinds(session, active=True))},
    )
    session.add(release)
    session.flush()
    log(session, "prices_computed", release=str(release.id))
    return release


def sample_of(outcome: Outcome) -> dict[str, Any]:
    """What stands behind the prices that are told, and nothing of the others, which would follow from a total."""
    sources = Counter(each.source for each in outcome.told)
    return {
        "observations": len(outcome.told), "left_out": outcome.left_out,
        "evidence_seen": sum(each.evidence for each in outcome.told),
        **{source: sources[source] for source in SOURCES},
    }


def body_of(outcome: Outcome, kinds: Iterable[PriceKind]) -> dict[str, Any]:
    """What is published of an outcome, with the words as they are today; of a hidden kind not even a number."""
    known = {each.code: each for each in kinds}
    by_pool = {queries.pool_of(each.field_ko, each.unit_ko): each for each in known.values()}
    return {
        "prices": [entry(each, known.get(each.kind or "") or by_pool[each.pool]) for each in outcome.prices],
        "hidden": hidden_of(outcome, known),
    }


def hidden_of(outcome: Outcome, known: Mapping[str, PriceKind]) -> list[dict[str, Any]]:
    """The kinds that are not told by themselves, those without any observation too, so that nothing follows from it."""
    told = {each.kind for each in outcome.prices}
    covered = set(chain.from_iterable(each.covers for each in outcome.prices if each.kind is None))
    return [
        {"code": code, **words_of(known[code]), "together": code in covered} for code in known if code not in told
    ]


def entry(price: Price, kind: PriceKind) -> dict[str, Any]:
    """One price as it is published; `kind` gives its words, and of several kinds together those of the field."""
    words = words_of(kind)
    return {
        "key": f"{price.kind or price.pool}:{price.experience or 'all'}", "code": price.kind, **words,
        "kind": words["kind"] if price.kind else None, "experience": price.experience, "covers": list(price.covers),
        **asdict(price.figures),
    }


def words_of(kind: PriceKind) -> dict[str, Any]:
    """The words of a kind in both languages."""
    names = {"field": "field", "kind": "name", "unit": "unit"}
    return {
        key: {language: getattr(kind, f"{name}_{language}") for language in ("ko", "en")} for key, name in names.items()
    }


def step(session: ViewerSession, release: PriceRelease, came_from: str, *, version: int, **values: Any) -> None:
    """Bring a draft or version on; raises OutOfTurn where it is not at that step, and ChangedMeanwhile."""
    if release.state != came_from:
        raise OutOfTurn
    change_version(session, release, version, **values)
    log(session, f"prices_{release.state}", release=str(release.id), number=release.number)


def review(session: ViewerSession, release: PriceRelease, said: Mapping[str, str], *, by: Person, version: int) -> None:
    """Say that a draft may be published, or send it back; PostgreSQL refuses whoever worked it out."""
    step(
        session, release, "draft", version=version, state=said["verdict"], review=said["review"], reviewed_by_id=by.id,
        reviewed_on=today(),
    )


def publish(session: ViewerSession, release: PriceRelease, change: str, *, by: Person, version: int) -> None:
    """Publish what was reviewed as the next version; the one in force so far is replaced."""
    # One after the other, so that each gets a number of its own and one alone is in force.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("platform_freelance_price_release", 0))))
    last = session.scalar(select(func.coalesce(func.max(PriceRelease.number), 0))) or 0
    before = queries.in_force(session)
    step(
        session, release, "reviewed", version=version, state="published", number=last + 1, published_by_id=by.id,
        published_on=today(), change=change,
    )
    if before is not None:
        step(session, before, "published", version=before.version, state="replaced", ended_on=today())


def withdraw(session: ViewerSession, release: PriceRelease, reason: str, *, version: int) -> None:
    """Take a version out of force for a reason; it stays readable under its address."""
    step(session, release, "published", version=version, state="withdrawn", ended_on=today(), reason=reason)
