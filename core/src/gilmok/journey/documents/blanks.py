"""The blanks that documents have, each once: what two documents need is typed once for both."""

from gilmok.ground.marking import _marked as _
from gilmok.journey.documents.declared import Blank, Holds, Source

# Whom it is about.
NAME = Blank(code="client_name", label=_("Name of the client"), source=Source.CLIENT, of="name")
PHONE = Blank(code="client_phone", label=_("Phone of the client"), holds=Holds.PHONE, source=Source.CLIENT, of="phone")
EMAIL = Blank(code="client_email", label=_("E-mail of the client"), holds=Holds.EMAIL, source=Source.CLIENT, of="email")
ADDRESS = Blank(code="client_address", label=_("Address of the client"), source=Source.CLIENT, of="address")
BORN_ON = Blank(code="born_on", label=_("Date of birth"), holds=Holds.DAY, hint=_("Only the date, never the number."))

# For whom they worked.
EMPLOYER = Blank(code="employer_name", label=_("Name of the workplace"))
REPRESENTATIVE = Blank(code="employer_representative", label=_("Representative of the workplace"))
EMPLOYER_ADDRESS = Blank(code="employer_address", label=_("Address of the workplace"))
EMPLOYER_PHONE = Blank(code="employer_phone", label=_("Phone of the workplace"), holds=Holds.PHONE)
BUSINESS_NUMBER = Blank(
    code="business_number", label=_("Business registration number"), holds=Holds.BUSINESS_NUMBER,
    hint=_("Ten digits, for example 124-81-00998"),
)
PLACE_OF_WORK = Blank(
    code="place_of_work", label=_("Where the work was done"), hint=_("Only if it is not the address of the workplace"),
)
INDUSTRY = Blank(code="industry", label=_("Industry"), source=Source.FACT, of="industry")
EMPLOYEES = Blank(
    code="employees", label=_("Employees in all"), source=Source.FACT, of="workplace_size",
    hint=_("For example 7, or 5 to 9"),
)
WORKPLACE_KIND = Blank(code="workplace_kind", label=_("Kind of workplace"), holds=Holds.CHOICE, options=(
    ("business", _("Business")), ("site", _("Construction site")),
))

# What the work was.
HIRED_ON = Blank(code="hired_on", label=_("First day of work"), holds=Holds.DAY)
LEFT_ON = Blank(
    code="left_on", label=_("When they left"), holds=Holds.DAY, source=Source.DAYS, of="left",
    hint=_("Empty, if they still work there"),
)
LEFT = Blank(
    code="still_employed", label=_("Employed or left"), holds=Holds.CHOICE, source=Source.FACT, of="still_employed",
    options=(("yes", _("still employed")), ("no", _("has left"))),
)
JOB = Blank(code="job", label=_("What the work was"))
DEPARTMENT = Blank(code="department", label=_("Department and position"))
PAYDAY = Blank(code="payday", label=_("Payday"), hint=_("For example: the 10th of the next month"))
CONTRACT = Blank(code="contract", label=_("Form of the contract"), holds=Holds.CHOICE, options=(
    ("written", _("in writing")), ("spoken", _("by word of mouth")),
))
WAGE = Blank(code="wage", label=_("Agreed wage"), hint=_("For example: 2,400,000 won a month"))

# What is owed.
WAGES_OWED = Blank(
    code="wages_owed", label=_("Sum of unpaid wages"), holds=Holds.WON, source=Source.DAYS, of="payday",
)
SEVERANCE_OWED = Blank(code="severance_owed", label=_("Unpaid severance pay"), holds=Holds.WON)
OTHER_OWED = Blank(code="other_owed", label=_("Other unpaid sums"), holds=Holds.WON)
OWED_FOR = Blank(code="owed_for", label=_("Months for which wages are owed"), hint=_("For example 2026.5 to 2026.7"))
STORY = Blank(
    code="story", label=_("What happened, for the letter"), holds=Holds.TEXT, source=Source.NARRATIVE,
    hint=_("As it will stand in the letter. The notes of the intake are the first draft."),
)
PAY_UNTIL = Blank(code="pay_until", label=_("To be paid until"), holds=Holds.DAY)
DEMANDS = Blank(code="demands", label=_("What is demanded"), holds=Holds.TEXT)

# A dismissal or another measure.
MEASURE = Blank(code="measure", label=_("The employer's measure"), holds=Holds.CHOICE, options=(
    ("dismissal", _("dismissal")), ("suspension", _("suspension from work")), ("transfer", _("transfer")),
    ("pay_cut", _("cut of pay")), ("other", _("another measure")),
))
MEASURE_ON = Blank(
    code="measure_on", label=_("Day on which it took effect"), holds=Holds.DAY, source=Source.DAYS, of="dismissal",
)
NOTICE = Blank(code="notice", label=_("How it was told"), holds=Holds.CHOICE, options=(
    ("written", _("in writing")), ("message", _("by a message")), ("spoken", _("by word of mouth")),
    ("none", _("not at all")),
))
REASON_GIVEN = Blank(code="reason_given", label=_("The reason that the employer gave"), holds=Holds.TEXT)
UNFAIR = Blank(code="unfair", label=_("Why it is unfair"), holds=Holds.TEXT)
RELIEF = Blank(code="relief", label=_("What is applied for"), holds=Holds.CHOICE, options=(
    ("reinstatement", _("reinstatement")), ("compensation", _("money instead of reinstatement")),
))

# An accident.
ACCIDENT_ON = Blank(
    code="accident_on", label=_("Day of the accident"), holds=Holds.DAY, source=Source.DAYS, of="accident",
)
ACCIDENT_AT = Blank(code="accident_at", label=_("Time of the accident"), hint=_("For example 14:30"))
ACCIDENT_PLACE = Blank(code="accident_place", label=_("Place of the accident"))
COURSE = Blank(
    code="course", label=_("Course of the accident"), holds=Holds.TEXT,
    hint=_("Who, when, where, doing what, how, why"),
)
WITNESS = Blank(code="witness", label=_("Who saw it"), hint=_("Name and phone, if someone did"))
INJURY = Blank(code="injury", label=_("Injury or illness, and where"))
HOSPITAL = Blank(code="hospital", label=_("Hospital"))
ALSO_LEAVE = Blank(code="also_leave", label=_("Also claim benefits for days off work"), holds=Holds.CHOICE, options=(
    ("yes", _("yes")), ("no", _("no")),
))

# Who acts for them, and where it goes.
AGENT = Blank(code="agent", label=_("Who is given the power"), source=Source.STAFF, of="name")
AGENT_OFFICE = Blank(code="agent_office", label=_("Their office"), source=Source.STAFF, of="centre")
AGENT_PHONE = Blank(
    code="agent_phone", label=_("Their phone"), holds=Holds.PHONE, source=Source.STAFF, of="centre_phone",
)
MATTER = Blank(
    code="matter", label=_("What the power is for"), source=Source.FACT, of="topic",
    hint=_("For example: unpaid wages"),
)
SUB_AGENT = Blank(
    code="sub_agent", label=_("May appoint another agent"), holds=Holds.CHOICE,
    options=(("yes", _("yes")), ("no", _("no"))),
)
WITHDRAW = Blank(
    code="withdraw", label=_("May withdraw and settle"), holds=Holds.CHOICE,
    options=(("yes", _("yes")), ("no", _("no"))),
)
LABOUR_OFFICE = Blank(code="labour_office", label=_("Labour office"), source=Source.OFFICE, of="labour_office")
COMMISSION = Blank(
    code="labour_commission", label=_("Labour commission"), source=Source.OFFICE, of="labour_commission",
)
COMWEL = Blank(code="comwel", label=_("Branch of COMWEL"), source=Source.OFFICE, of="comwel")
RECIPIENT = Blank(code="recipient", label=_("Who receives the data"), hint=_("One form for each recipient"))
EVIDENCE = Blank(code="evidence", label=_("Enclosed evidence"), holds=Holds.TEXT, hint=_("One a line"))

# In plain words, for the worker.
ADVICE = Blank(code="advice", label=_("What we advised"), holds=Holds.TEXT, source=Source.TALK, of="advised")
THEIR_STEPS = Blank(
    code="their_steps", label=_("What you do next"), holds=Holds.TEXT, source=Source.TALK, of="they_do",
    hint=_("One a line"),
)
OUR_STEPS = Blank(
    code="our_steps", label=_("What we do next"), holds=Holds.TEXT, source=Source.TALK, of="we_do",
    hint=_("One a line"),
)
DO_UNTIL = Blank(code="do_until", label=_("Until when"), holds=Holds.DAY)
ADVICE_EN = Blank(code="advice_en", label=_("What we advised, in English"), holds=Holds.TEXT)
THEIR_STEPS_EN = Blank(code="their_steps_en", label=_("What you do next, in English"), holds=Holds.TEXT)
OUR_STEPS_EN = Blank(code="our_steps_en", label=_("What we do next, in English"), holds=Holds.TEXT)
