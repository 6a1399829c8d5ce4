"""A letter to the client: put together from what the case tells, changed by whoever sends it, kept by version."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from gilmok.modules.site import (
    CaseInView,
    ChangedMeanwhile,
    Person,
    Vault,
    ViewerSession,
    _,
    log,
    opened,
    sealed,
    today,
)
from gilmok_platform_freelance.experts import queries
from gilmok_platform_freelance.experts.codes import DEMAND
from gilmok_platform_freelance.experts.consultation_models import ClientLetter
from gilmok_platform_freelance.experts.consulting import owner
from gilmok_platform_freelance.prices.comparing import sentence
from gilmok_platform_freelance.prices.queries import comparisons
from gilmok_platform_freelance.prices.words import day_title

P = "platform_freelance."


def draft(session: ViewerSession, case: CaseInView, values: Mapping[str, Any]) -> str:
    """The letter as a text, a paragraph each for contract, delivery, fee, reasons, what is asked, and what follows."""
    facts, demand = case.facts, values["kind"] == DEMAND
    paragraphs = [
        _("To: %(client)s", client=values["client"]),
        _("Demand for payment of a fee") if demand else _("Reply to your letter"),
        numbered([
            contract(facts, values["work"]), delivery(facts), fee(facts), compared(session, case),
            values["reasons"], _("I ask you for the following: %(asked)s", asked=values["asked"]),
            _("Please do so by %(day)s, and answer in writing.", day=day_title(str(values["until"]))),
            follows(values["follows"]),
        ]),
        _("%(day)s\nFrom: %(sender)s", day=day_title(str(today())), sender=values["sender"]),
    ]
    return "\n\n".join(paragraphs)


def numbered(paragraphs: list[str]) -> str:
    """The paragraphs that there are, with their numbers."""
    return "\n\n".join(f"{number}. {text}" for number, text in enumerate(filter(None, paragraphs), 1))


def contract(facts: Mapping[str, Any], work: str) -> str:
    """What was agreed, and how."""
    ways = {
        "paper": _("in a written contract"), "electronic": _("in an electronic contract"),
        "spoken": _("by word of mouth and in messages"), "platform_terms": _("by the terms of the platform"),
    }
    how = ways.get(str(facts.get(f"{P}contract_channel")), "")
    if how:
        return _("You gave me this work %(how)s: %(work)s.", how=how, work=work)
    return _("You gave me this work: %(work)s.", work=work)


def delivery(facts: Mapping[str, Any]) -> str:
    """How far the work is."""
    states = {
        "in_progress": _("The work is under way, as agreed."),
        "delivered": _("I handed the work over, as agreed."),
        "rejected": _("I handed the work over, but you refuse to accept it without a reason that I can follow."),
    }
    return states.get(str(facts.get(f"{P}delivery")), "")


def fee(facts: Mapping[str, Any]) -> str:
    """What is owed, and since when."""
    won, due = facts.get(f"{P}unpaid_fee"), facts.get(f"{P}payment_due")
    if not isinstance(won, int):
        return ""
    amount = f"{won:,}"
    if due:
        day = day_title(str(due))
        return _("The fee of %(won)s won was due on %(day)s and has not been paid.", won=amount, day=day)
    return _("The fee of %(won)s won has not been paid.", won=amount)


def compared(session: ViewerSession, case: CaseInView) -> str:
    """The newest comparison with the unit prices, if one is kept with the case."""
    newest = next(iter(comparisons(session, case.id)), None)
    return sentence(newest) if newest else ""


def follows(chosen: tuple[str, ...]) -> str:
    """What is done if the day passes."""
    steps = {
        "payment_order": _("apply to the court for a payment order"),
        "freelance_on": _("turn to the dispute counselling of Seoul Freelance On"),
        "fair_trade": _("report it to the Fair Trade Commission as subcontracting"),
    }
    said = [text for code, text in steps.items() if code in chosen]
    return _("If the day passes, I will %(steps)s.", steps=", ".join(said)) if said else ""


def keep(
    session: ViewerSession, case: CaseInView, kind: str, text: str, *, at: int, by: Person, vault: Vault
) -> ClientLetter:
    """Keep a letter as the version after `at`; raises ChangedMeanwhile where somebody kept another one meanwhile."""
    before = queries.letters(session, case.id)
    if at != (before[0].number if before else 0):
        raise ChangedMeanwhile
    key = uuid4()
    wrapped, fields = sealed(owner(key), {"text": text}, vault)
    kept = ClientLetter(
        id=key, case_id=case.id, number=at + 1, kind=kind, on=today(), wrapped=wrapped, sealed=fields, by_id=by.id,
    )
    session.add(kept)
    session.flush()
    log(session, "platform_freelance_letter_kept", cases=[case.id], version=kept.number)
    return kept


def text_of(letter: ClientLetter, vault: Vault) -> str:
    """A letter, opened."""
    found: str = opened(owner(letter.id), letter.wrapped, letter.sealed, vault).get("text", "")
    return found
