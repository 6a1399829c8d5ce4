"""What people bring, in their own words: the topics of a case as pages for visitors name them."""

from gilmok.ground.i18n import _marked as _

UNKNOWN = "unknown"

# The seven that every centre counsels on come first, see the city's page, C1.
MATTERS = {
    "unpaid_wages": _("I was not paid, or not all of it"),
    "severance_pay": _("I left and got no severance pay"),
    "discipline_dismissal": _("I was dismissed or punished at work"),
    "working_hours": _("Working hours, breaks, days off"),
    "employment_contract": _("My contract, or that I have none"),
    "unemployment_benefit": _("Unemployment benefit after losing a job"),
    "industrial_accident": _("I was hurt or fell ill at work"),
    "harassment": _("I am bullied, harassed or threatened"),
    "discrimination": _("I am treated worse than others"),
    "maternity": _("Pregnancy, childbirth, childcare"),
    "social_insurance": _("The four social insurances"),
    "unfair_trade": _("I work freelance or for an app, and was not paid or treated unfairly"),
    "union": _("Joining or founding a union"),
    "other": _("Something else"),
    UNKNOWN: _("I do not know"),
}

# What people work as, where a desk of its own may be there for it; each with the fact of a case that it says.
WORK = {
    "platform": _("For an app: delivery, driving, cleaning, care"),
    "freelance": _("Freelance, without an employment contract"),
    "arts": _("Culture and arts"),
    "sewing": _("Sewing"),
    "shoes": _("Handmade shoes"),
    "workshop": _("A small workshop: printing, jewellery, metal"),
    "it": _("IT, games, content, online shop"),
    "transport": _("Driving, transport, warehouse"),
    "research": _("Research, new technology"),
}
WORK_FACTS = {
    "platform": ("employment_type", "platform"),
    "freelance": ("employment_type", "freelancer"),
    "arts": ("industry", "arts"),
    "sewing": ("industry", "sewing"),
    "shoes": ("industry", "handmade_shoes"),
    "workshop": ("industry", "urban_manufacturing"),
    "it": ("industry", "it"),
    "transport": ("industry", "transport"),
    "research": ("industry", "rnd"),
}

# Who besides the centre helps with it, as services of agencies; the ministry's line is named with all of them.
ELSEWHERE = {
    "unpaid_wages": ("labour_office", "comwel"),
    "severance_pay": ("labour_office", "comwel"),
    "discipline_dismissal": ("labour_commission",),
    "working_hours": ("labour_office",),
    "unemployment_benefit": ("employment_centre",),
    "industrial_accident": ("comwel",),
    "harassment": ("labour_office",),
    "discrimination": ("human_rights", "labour_commission"),
    "maternity": ("employment_centre", "maternity_help"),
    "social_insurance": ("comwel",),
    "unfair_trade": ("freelancer_help",),
    "union": ("labour_commission",),
}

# What these agencies do, in plain words.
HELP = {
    "labour_office": _("Reports of unpaid wages and other breaches of labour law: the labour office"),
    "comwel": _("Accident insurance, and the state's payment in place of unpaid wages: COMWEL"),
    "labour_commission": _("Against an unfair dismissal or discrimination: the labour commission"),
    "employment_centre": _("Unemployment benefit and pay during childcare leave: the employment centre"),
    "human_rights": _("Against discrimination and sexual harassment: the human rights commission"),
    "maternity_help": _("Pregnancy, childbirth and childcare while working"),
    "freelancer_help": _("For freelancers and people who work for an app"),
    "labour_line": _("Questions about labour law by phone: the labour ministry"),
}

BRING = (
    _("Your work contract, or messages and advertisements that say what was agreed"),
    _("Pay slips and bank statements"),
    _("What shows when you worked: rosters, photos, messages, transport card"),
    _("Name, address and phone number of the workplace"),
)
BRING_ALSO = {
    "discipline_dismissal": _("The letter or message of dismissal, and its date"),
    "industrial_accident": _("Diagnosis and medical papers, photos of the place, who saw it"),
    "harassment": _("Messages, recordings, a diary of what happened and when"),
    "unfair_trade": _("The order, what you delivered, and the messages with the client"),
    "unemployment_benefit": _("The notice of leaving, and what was said about why you left"),
}


def to_bring(matter: str) -> tuple[str, ...]:
    """What is good to have at hand, as English texts."""
    return (*BRING, *((BRING_ALSO[matter],) if matter in BRING_ALSO else ()))
