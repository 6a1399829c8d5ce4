"""What experts and consultations are coded by, what each code is called, and what can follow on what."""

from gilmok.modules.api import _

MODULE, SCOPE = "platform_freelance", "unfair_harm"
DESK = "platform_freelance.unfair_harm_desk"

PROFESSIONS = {
    "tax_accountant": _("tax accountant"), "lawyer": _("lawyer"), "labour_attorney": _("certified labour attorney"),
}
FIELDS = {
    "fee_claims": _("Claiming fees"), "contract_terms": _("Terms of contracts"),
    "platform_accounts": _("Accounts on platforms"), "copyright": _("Copyright"),
    "treatment": _("Unfair treatment and harassment"), "tax_withholding": _("Tax withheld, 3.3 per cent"),
    "invoices": _("Tax invoice"), "income_tax": _("Yearly income tax return"),
}
WAYS = {"in_person": _("in person"), "phone": _("by phone"), "written": _("in writing")}
LANGUAGES = {"ko": _("Korean"), "en": _("English"), "zh": _("Chinese"), "vi": _("Vietnamese")}
WEEKDAYS = {
    "0": _("Monday"), "1": _("Tuesday"), "2": _("Wednesday"), "3": _("Thursday"), "4": _("Friday"),
    "5": _("Saturday"), "6": _("Sunday"),
}

ASKED, ACCEPTED, DECLINED, APPOINTED, ANSWERED, CLOSED, WITHDRAWN = (
    "asked", "accepted", "declined", "appointed", "answered", "closed", "withdrawn",
)
STATES = {
    ASKED: _("asked"), ACCEPTED: _("accepted"), DECLINED: _("declined"), APPOINTED: _("appointment made"),
    ANSWERED: _("answer received"), CLOSED: _("closed"), WITHDRAWN: _("withdrawn"),
}
TONES = {ASKED: "warning", ACCEPTED: "information", APPOINTED: "information", ANSWERED: "success"}
# What can follow on what. A new appointment moves the old one; a corrected answer is a version, and no state.
MOVES = {
    ASKED: (ACCEPTED, DECLINED, WITHDRAWN),
    ACCEPTED: (APPOINTED, ANSWERED, WITHDRAWN),
    APPOINTED: (APPOINTED, ANSWERED, CLOSED, WITHDRAWN),
    ANSWERED: (APPOINTED, CLOSED),
    DECLINED: (), CLOSED: (), WITHDRAWN: (),
}
RUNNING = (ASKED, ACCEPTED, APPOINTED, ANSWERED)
# Until then the expert owes an answer.
UNANSWERED = (ASKED, ACCEPTED, APPOINTED)
# None of the expert's hours are used by these.
FREED = (DECLINED, WITHDRAWN)

OUTCOMES = {
    "paid": _("The client paid"), "settled": _("Settled"), "corrected": _("Terms, account or tax put right"),
    "suit": _("Went to court"), "referred": _("Went on to another office"), "given_up": _("Given up"),
    "no_answer": _("The client did not answer"), "advice_only": _("Advice was enough"),
}

# What kept experts from being proposed, in the order in which one would give way.
LIMITS = {
    "day": _("nobody who fits is free on that day"), "way": _("nobody who fits works in that way"),
    "hours": _("those who fit have no hours left this month"), "language": _("nobody who fits speaks that language"),
    "period": _("those who fit are not on the panel on that day"), "region": _("those who fit work in other regions"),
    "fields": _("nobody on the panel knows this field"),
}

DEMAND, REPLY = "demand", "reply"
LETTERS = {DEMAND: _("demand to pay"), REPLY: _("reply to the client")}
FOLLOWS = {
    "payment_order": _("payment order (court)"), "freelance_on": _("dispute counselling of Seoul Freelance On"),
    "fair_trade": _("report to the Fair Trade Commission (subcontracting)"),
}
