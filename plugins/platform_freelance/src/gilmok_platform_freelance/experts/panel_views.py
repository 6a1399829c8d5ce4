"""The panel of experts: read by staff where the part is on, kept by managers of hubs and officials."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import ChangedMeanwhile, Errors, _, db, goes_on, log, may, me, needs, once, today, vault
from gilmok_platform_freelance.experts import panel, queries, showing, words
from gilmok_platform_freelance.experts.models import Expert
from gilmok_platform_freelance.experts.schemas import EXPERT, read_expert, typed_of
from gilmok_platform_freelance.permissions import KEEP_EXPERTS, SEE_EXPERTS

blueprint = Blueprint(
    "platform_freelance_expert_panel", "gilmok_platform_freelance", url_prefix="/experts/panel",
    template_folder="templates",
)


@dataclass(frozen=True)
class OnWhose:
    """An expert, or a place for a new one, as the permission looks at it: whose panel, and which centres are hubs."""

    expert: Expert | None
    centre_id: str | None
    hubs: frozenset[str]


def place() -> OnWhose:
    """A place on the panel of the person's centre, or on the city's."""
    return OnWhose(None, me().centre_id, showing.hubs())


def expert_of(key: UUID) -> OnWhose:
    """The expert that an address names; raises NotFound."""
    found = queries.expert(db(), key)
    return OnWhose(found, found.centre_id, showing.hubs())


@blueprint.get("/")
@needs(SEE_EXPERTS)
def index() -> ResponseReturnValue:
    """Everybody on the panel, with how much of this month is given away."""
    experts, hubs = queries.experts(db()), showing.hubs()
    log(db(), "platform_freelance_panel_seen", experts=[str(each.id) for each in experts])
    lines = [(each, panel.known(each, vault()), may(me(), KEEP_EXPERTS, OnWhose(each, each.centre_id, hubs)))
             for each in experts]
    return showing.page(
        "panel", lines=lines, used=queries.used(db(), today().replace(day=1)), may_add=may(me(), KEEP_EXPERTS, place()),
        today=today(), opened=showing.is_open(),
    )


@blueprint.route("/new", methods=["GET", "POST"])
@once
@needs(KEEP_EXPERTS, of=place)
def new(_place: OnWhose) -> ResponseReturnValue:
    """Take somebody on."""
    if request.method == "GET":
        return form({"languages": ["ko"], "since": today().isoformat(), "hours": "4"}, {}, None)
    typed = typed_of(request.form)
    values, wrong = read_expert(typed)
    if wrong:
        return form(typed, wrong, None)
    panel.add(db(), values, by=me(), vault=vault())
    flash(_("The expert is on the panel."), "success")
    return redirect(url_for("platform_freelance_expert_panel.index"), 303)


@blueprint.route("/<uuid:key>", methods=["GET", "POST"])
@goes_on
@once
@needs(KEEP_EXPERTS, of=expert_of)
def edit(found: OnWhose) -> ResponseReturnValue:
    """Change what is known of somebody; two who do it at once see both texts."""
    expert = found.expert
    assert expert is not None
    if request.method == "GET":
        return form(standing(expert), {}, expert)
    typed = typed_of(request.form)
    values, wrong = read_expert(typed)
    if wrong:
        return form(typed, wrong, expert)
    try:
        panel.change(db(), expert, values, version=showing.version_seen(), vault=vault())
    except ChangedMeanwhile:
        db().refresh(expert)
        return form(typed, {}, expert, stale=True)
    flash(_("Saved."), "success")
    return redirect(url_for("platform_freelance_expert_panel.index"), 303)


def standing(expert: Expert) -> dict[str, Any]:
    """An expert as their form holds them."""
    found = {name: getattr(expert, name) for name in panel.OPEN} | {"matters": expert.fields}
    return found | panel.known(expert, vault()) | {"until": expert.until or ""}


def in_words(expert: Expert) -> list[tuple[str, str]]:
    """What an expert's entry says by now, for whoever wrote at the same time."""
    named = words.titles()
    whole = standing(expert)
    return [
        (_("Name"), whole["name"]), (_("Profession"), named["professions"][expert.profession]),
        (_("Fields"), words.listed(expert.fields, named["field_names"])),
        (_("Regions"), words.listed(expert.regions, named["region_names"]) or _("all of Seoul")),
        (_("Hours a month"), str(expert.hours)), (_("Telephone number"), whole["phone"]), (_("E-mail"), whole["email"]),
        (_("Note"), whole["note"]),
    ]


def form(typed: Any, wrong: Errors, expert: Expert | None, *, stale: bool = False) -> ResponseReturnValue:
    """The form of an expert; `stale`: beside what it says by now."""
    stands = expert.version if expert else 0
    return showing.page(
        "expert", errors=wrong, stale=stale, typed=showing.filled(EXPERT.fields, typed), expert=expert,
        theirs=in_words(expert) if expert and stale else [],
        version=stands if stale else typed.get("version", stands),
    )
