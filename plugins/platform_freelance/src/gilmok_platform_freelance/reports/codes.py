"""What reports, checks and alerts are coded by, and what each code is called."""

from gilmok.modules.api import _

MODULE, SCOPE = "platform_freelance", "monitoring"

# What happened: the main thing, one of these.
KINDS = {
    "fee": _("Fee cut or not paid"),
    "terms": _("Contract changed or ended one-sidedly"),
    "account": _("Account limited or closed"),
    "unsafe": _("Unsafe demand"),
    "abuse": _("Abuse or sexual harassment"),
    "costs": _("Forced to bear costs"),
    "data": _("Personal data misused"),
    "no_contract": _("No written contract"),
    "other": _("Other unfair treatment"),
}
WORKS = {
    "delivery": _("Delivery"),
    "driving": _("Driving for others"),
    "care": _("Care, cleaning, housework"),
    "it_design": _("IT and design"),
    "content": _("Broadcasting, arts, content"),
    "teaching": _("Teaching and tutoring"),
    "writing": _("Writing, translation, editing"),
    "sales": _("Sales and calls"),
    "other": _("Other work"),
}
WAYS = {"web": _("Web form"), "desk": _("Entered at the desk"), "case": _("From a case, with consent")}

VALID, PASSED_ON, DUPLICATE, NOT_CREDIBLE = "valid", "passed_on", "duplicate", "not_credible"
VERDICTS = {
    VALID: _("Valid: it is counted"),
    PASSED_ON: _("Valid, and passed on to an authority"),
    DUPLICATE: _("The same event was reported before"),
    NOT_CREDIBLE: _("Not credible: it is not counted"),
}
COUNTED = frozenset({VALID, PASSED_ON})
AUTHORITIES = {
    "fair_trade": _("Fair Trade Commission"),
    "labour": _("Ministry of Employment and Labor"),
    "human_rights": _("National Human Rights Commission"),
    "privacy": _("Personal Information Protection Commission"),
    "police": _("Police"),
    "city": _("A department of the city"),
    "other": _("Another authority"),
}

# How a report stands, as its reporter reads it.
RECEIVED, SEEN = "received", "seen"
STATES = {
    RECEIVED: _("It has arrived. Nobody has read it yet."),
    SEEN: _("It is being checked."),
    VALID: _("It is counted in the monitoring."),
    PASSED_ON: _("It is counted, and was passed on to an authority."),
    DUPLICATE: _("The same event was reported before; it is counted once."),
    NOT_CREDIBLE: _("It could not be counted. You can add what would help to check it."),
}

NOTED, CLOSED = "noted", "closed"
STEPS = {
    NOTED: _("Seen"),
    "letter": _("Letter to the company"),
    "visit": _("Visit to the company"),
    "referral": _("Referral to an authority"),
    "campaign": _("Campaign"),
    "other": _("Another step"),
    CLOSED: _("Closed"),
}
# What a reporter is told of the steps about the company that they named.
DONE = {
    "letter": _("The centre has written to the company."),
    "visit": _("The centre has visited the company."),
    "referral": _("The centre has turned to an authority."),
    "campaign": _("The centre has begun a campaign about it."),
}
OPEN = "open"
ALERT_STATES = {OPEN: _("new"), NOTED: _("being worked on"), CLOSED: _("closed")}
WHYS = {
    "many": _("Many reports within a short time"),
    "rise": _("Far more than in the quarter before"),
}
DRAFT, PROPOSED, PUBLISHED = "draft", "proposed", "published"
REPORT_STATES = {DRAFT: _("being written"), PROPOSED: _("waits for a second person"), PUBLISHED: _("published")}
# Of what the receipts are.
WHAT = "platform_freelance.report"
