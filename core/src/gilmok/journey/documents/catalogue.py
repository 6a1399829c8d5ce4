"""The documents that can be made from a case, one entry each."""

from collections.abc import Mapping

from gilmok.ground.marking import _marked as _
from gilmok.journey.documents import blanks as b
from gilmok.journey.documents.declared import Blank, Document

WAGES = frozenset({"unpaid_wages", "severance_pay", "working_hours"})
PERSON = (b.NAME, b.ADDRESS, b.PHONE)
WORKPLACE = (b.EMPLOYER, b.REPRESENTATIVE, b.EMPLOYER_ADDRESS)

PETITION = Document(
    code="petition", title=_("Petition"), about=_("To the labour office, about unpaid wages and the like"),
    basis="정해진 서식 없음 (근로기준법 제104조)", topics=WAGES,
    required=(
        *PERSON, *WORKPLACE, b.EMPLOYER_PHONE, b.EMPLOYEES, b.HIRED_ON, b.JOB, b.WAGES_OWED, b.PAYDAY, b.CONTRACT,
        b.STORY, b.LABOUR_OFFICE,
    ),
    optional=(
        b.EMAIL, b.WORKPLACE_KIND, b.PLACE_OF_WORK, b.LEFT, b.LEFT_ON, b.SEVERANCE_OWED, b.OTHER_OWED, b.OWED_FOR,
        b.EVIDENCE,
    ),
)
REMEDY = Document(
    code="remedy_application", title=_("Application for remedy"),
    about=_("To the labour commission, against a dismissal or another measure"),
    basis="근로기준법 시행규칙 제5조, 별지 제3호서식", official=True, topics=frozenset({"discipline_dismissal"}),
    required=(
        *PERSON, *WORKPLACE, b.EMPLOYEES, b.HIRED_ON, b.MEASURE, b.MEASURE_ON, b.NOTICE, b.RELIEF, b.STORY, b.UNFAIR,
        b.COMMISSION,
    ),
    optional=(
        b.DEPARTMENT, b.EMPLOYER_PHONE, b.INDUSTRY, b.REASON_GIVEN, b.WAGE, b.AGENT, b.AGENT_OFFICE, b.AGENT_PHONE,
        b.EVIDENCE,
    ),
)
ACCIDENT = Document(
    code="accident_claim", title=_("Claim for medical benefits"),
    about=_("To COMWEL, after an accident at work or an illness from work"),
    basis="산업재해보상보험법 시행규칙 제20조, 요양업무처리규정 별지 제2호서식", official=True,
    topics=frozenset({"industrial_accident"}),
    required=(
        *PERSON, b.JOB, b.EMPLOYER, b.EMPLOYER_ADDRESS, b.ACCIDENT_ON, b.ACCIDENT_PLACE, b.COURSE, b.INJURY, b.HOSPITAL,
        b.ALSO_LEAVE, b.COMWEL,
    ),
    optional=(b.REPRESENTATIVE, b.EMPLOYER_PHONE, b.ACCIDENT_AT, b.WITNESS, b.HIRED_ON, b.EVIDENCE),
)
ARREARS = Document(
    code="arrears_certificate", title=_("Request for the certificate of arrears"),
    about=_("To the labour office, for a substitute payment or free legal aid"),
    basis="임금채권보장법 시행규칙 제9조의2, 별지 제7호의2서식", official=True, topics=WAGES,
    required=(*PERSON, *WORKPLACE, b.HIRED_ON, b.OWED_FOR, b.WAGES_OWED, b.LABOUR_OFFICE),
    optional=(
        b.LEFT, b.LEFT_ON, b.BUSINESS_NUMBER, b.INDUSTRY, b.WAGE, b.SEVERANCE_OWED, b.OTHER_OWED, b.EMPLOYER_PHONE,
    ),
)
POWER = Document(
    code="power_of_attorney", title=_("Power of attorney"), about=_("So that someone may act for the client"),
    basis="정해진 서식 없음 (민법 제128조)",
    required=(*PERSON, b.AGENT, b.AGENT_OFFICE, b.AGENT_PHONE, b.MATTER, b.SUB_AGENT, b.WITHDRAW),
    optional=(b.BORN_ON, b.EMPLOYER),
)
DEMAND = Document(
    code="demand_letter", title=_("Demand letter"),
    about=_("To the employer, by certified mail. It stops the clock only if a suit follows within six months."),
    basis="정해진 서식 없음 (민법 제174조)", topics=WAGES,
    required=(*PERSON, *WORKPLACE, b.STORY, b.DEMANDS, b.PAY_UNTIL),
    optional=(b.WAGES_OWED, b.SEVERANCE_OWED, b.OTHER_OWED, b.HIRED_ON, b.LEFT_ON),
)
CONSENT = Document(
    code="consent_form", title=_("Consent form"),
    about=_("Keeping data, sensitive facts, passing them on: each by itself"),
    basis="개인정보 보호법 제15조·제17조·제22조·제23조", required=(b.NAME, b.RECIPIENT), optional=(b.PHONE,),
)
SUMMARY = Document(
    code="summary", title=_("Summary for the worker"), about=_("In plain words, to take home"), basis="",
    required=(b.ADVICE, b.THEIR_STEPS, b.OUR_STEPS), optional=(b.NAME, b.DO_UNTIL, b.AGENT, b.AGENT_PHONE),
)
SUMMARY_EN = Document(
    code="summary_english", title=_("Summary for the worker, in English"), about=_("In plain words, to take home"),
    basis="", language="en", required=(b.ADVICE_EN, b.THEIR_STEPS_EN, b.OUR_STEPS_EN),
    optional=(b.NAME, b.DO_UNTIL, b.AGENT, b.AGENT_PHONE),
)

ALL = (PETITION, REMEDY, ACCIDENT, ARREARS, POWER, DEMAND, CONSENT, SUMMARY, SUMMARY_EN)
DOCUMENTS: Mapping[str, Document] = {each.code: each for each in ALL}
BLANKS: Mapping[str, Blank] = {blank.code: blank for each in ALL for blank in each.blanks}


def fitting_first(topic: str) -> list[Document]:
    """Every document, those that are made for a case of this topic first."""
    return sorted(ALL, key=lambda each: topic not in each.topics)
