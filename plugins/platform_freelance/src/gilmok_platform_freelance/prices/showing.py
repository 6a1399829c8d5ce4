"""What the pages of unit prices for staff share: words, options, tabs."""

from collections.abc import Mapping
from typing import Any

from flask import render_template, request, url_for

from gilmok.modules.site import _, db, me
from gilmok_platform_freelance.prices import queries, words
from gilmok_platform_freelance.prices.changes import FELL, GONE, NEW, ROSE, Change
from gilmok_platform_freelance.prices.models import PriceKind, PriceRelease

Answer = tuple[str, int]
FOLDER = "platform_freelance/prices"


def page(template: str, *, status: int = 200, **values: Any) -> Answer:
    """A page of unit prices for staff."""
    return render_template(f"{FOLDER}/{template}.html", tabs=tabs(template), w=words, **values), status


def tabs(here: str) -> list[tuple[str, str, None, bool]]:
    """The pages of unit prices that the person's role has: title, address, no count, whether it is this one."""
    lines = [("desk", _("Observed prices"), "price_desk.index")]
    if me().role == "official":
        lines.append(("import", _("Import a file"), "price_import.show"))
        lines.append(("kinds", _("Kinds of work"), "price_kinds.index"))
    if me().role in {"official", "manager"}:
        lines.append(("releases", _("Drafts and versions"), "price_releases.index"))
    return [(title, url_for(f"platform_freelance_{end}"), None, name == here) for name, title, end in lines]


def kind_groups(kinds: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """The kinds of work by their field, for a choice: code, and name with unit."""
    found: dict[str, list[tuple[str, str]]] = {}
    for each in kinds:
        found.setdefault(words.words_of(each, "field"), []).append((each.code, kind_title(each)))
    return list(found.items())


def kind_title(kind: PriceKind) -> str:
    """A kind of work with its unit."""
    name, unit = words.words_of(kind, "name"), words.words_of(kind, "unit")
    return _("%(kind)s, per %(unit)s", kind=name, unit=unit)


def observation_options() -> dict[str, Any]:
    """What can be chosen where a price is noted."""
    answers = [("yes", _("Evidence seen")), ("no", _("Only told"))]
    return {
        "kinds": kind_groups(queries.kinds(db(), active=True)), "experiences": words.experiences().items(),
        "regions": words.regions().items(), "sources": words.sources().items(), "evidence": answers,
    }


def prices_shown(body: Mapping[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The published prices by field."""
    found: dict[str, list[dict[str, Any]]] = {}
    for each in body["prices"]:
        found.setdefault(words.said(each["field"]), []).append(each)
    return list(found.items())


def version_before(release: PriceRelease, versions: Any) -> PriceRelease | None:
    """The version before this one; of a draft, the newest that there is."""
    older = [each for each in versions if release.number is None or each.number < release.number]
    return older[0] if older else None


def change_words(change: Change) -> str:
    """A change in a sentence."""
    sentences = {
        ROSE: _("rose by %(percent)s%%: %(was)s to %(now)s won"),
        FELL: _("fell by %(percent)s%%: %(was)s to %(now)s won"),
        NEW: _("new: %(now)s won"), GONE: _("no longer told, before: %(was)s won"),
    }
    said = {"was": words.amount(change.was), "now": words.amount(change.now), "percent": change.percent}
    return sentences[change.what] % said


def version_seen() -> int:
    """At which change of a row its form was opened; none is 0, at which nothing stands."""
    seen = request.form.get("version", "")
    return int(seen) if seen.isdecimal() and len(seen) < 9 else 0
