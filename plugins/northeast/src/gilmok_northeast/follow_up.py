"""What the desks ask in a talk after the intake: what a labour attorney needs before writing anything."""

from gilmok.modules.api import FollowUpQuestion, Is, Kind, Option, _
from gilmok_northeast.steps import ARTS, SEWING, SHOES

RECORDS = (
    Option(code="price_list", title=_("List of prices")),
    Option(code="work_book", title=_("Work book or delivery notes")),
    Option(code="payments", title=_("Payments into the account")),
    Option(code="messages", title=_("Messages with orders")),
    Option(code="photographs", title=_("Photographs of the workplace")),
    Option(code="witness", title=_("Somebody who worked there too")),
)

QUESTIONS = (
    FollowUpQuestion(
        id="northeast.sewing_orders", targets=SEWING, kind=Kind.CODES,
        label=_("Signs of working under orders in the shop"),
        hint=_("Tick what the person describes, whether or not there is proof of it."),
        options=(
            Option(code="fixed_hours", title=_("Fixed hours")),
            Option(code="told_what", title=_("The shop says what is made, and by when")),
            Option(code="checked", title=_("Work is checked and sent back")),
            Option(code="may_not_refuse", title=_("Work cannot be refused")),
            Option(code="beside_employees", title=_("Same place and hours as the shop's employees")),
        ),
    ),
    FollowUpQuestion(
        id="northeast.sewing_records", targets=SEWING, kind=Kind.CODES, options=RECORDS,
        label=_("Evidence that there is"),
        hint=_("Ask them to keep the originals, and to send photographs now."),
    ),
    FollowUpQuestion(
        id="northeast.sewing_written_contract", targets=SEWING, kind=Kind.BOOL,
        label=_("Was anything agreed in writing?"),
        hint=_("A slip with the prices counts."),
    ),
    FollowUpQuestion(
        id="northeast.sewing_month_pay", targets=SEWING, kind=Kind.WON, unit=_("won"),
        label=_("Piece pay of the last full month"),
    ),
    FollowUpQuestion(
        id="northeast.sewing_told", targets=SEWING, kind=Kind.TEXT,
        label=_("What the shop said about it"),
        hint=_("In its own words, and who said it when."),
    ),
    FollowUpQuestion(
        id="northeast.shoes_workshop_of", targets=SHOES, kind=Kind.CODE,
        label=_("Whose workshop is it?"),
        options=(
            Option(code="factory", title=_("The factory's")),
            Option(code="rented", title=_("Rented from the factory")),
            Option(code="own", title=_("Their own")),
        ),
    ),
    FollowUpQuestion(
        id="northeast.shoes_one_factory", targets=SHOES, kind=Kind.BOOL,
        label=_("Working for this factory alone?"),
    ),
    FollowUpQuestion(
        id="northeast.shoes_records", targets=SHOES, kind=Kind.CODES, options=RECORDS,
        label=_("Evidence that there is"),
        hint=_("Ask them to keep the originals, and to send photographs now."),
    ),
    FollowUpQuestion(
        id="northeast.shoes_factories", targets=SHOES, kind=Kind.TEXT,
        label=_("Factories, from when to when"),
        hint=_("One a line; the month is enough."),
    ),
    FollowUpQuestion(
        id="northeast.shoes_doctor", targets=SHOES, kind=Kind.TEXT, sensitive=True,
        label=_("What a doctor has said"),
        hint=_("Only with the consent to sensitive facts, and no more than the claim needs."),
    ),
    FollowUpQuestion(
        id="northeast.arts_work", targets=ARTS, kind=Kind.TEXT,
        label=_("Work or performance, and the client"),
    ),
    FollowUpQuestion(
        id="northeast.arts_standard_contract", targets=ARTS, kind=Kind.BOOL,
        ask_when=Is("northeast.arts_written_contract", True),
        label=_("Is it one of the standard contracts?"),
    ),
    FollowUpQuestion(
        id="northeast.arts_certified_until", targets=ARTS, kind=Kind.DATE,
        ask_when=Is("northeast.arts_certified", True),
        label=_("The artist's certificate is valid until"),
    ),
    FollowUpQuestion(
        id="northeast.arts_insured_months", targets=ARTS, kind=Kind.NUMBER, unit=_("months"),
        label=_("Months with contracts in the last 24 months"),
        hint=_("Nine are needed for artists' unemployment benefit."),
    ),
)
