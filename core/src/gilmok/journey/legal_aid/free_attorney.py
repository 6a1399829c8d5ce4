"""The city's free attorney (노동권리보호관): who is entitled, and why or why not.

Pure: facts in, an answer with each reason out; what is not known is asked, never taken for a no.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gilmok.journey.legal_aid.table import Both
from gilmok.law.counting import DAY, Period, end_of
from gilmok.law.dated import Rate
from gilmok.law.shipped import Law

USES = 2
AGAIN_AFTER = Period.read("2 years")
INCOME, COUNSEL, LEGAL_AID = "free_attorney_income", "commission_counsel_income", "legal_aid_income"


class Stage(StrEnum):
    """How far an application is."""

    APPLIED = "applied"
    REVIEW = "review"
    APPROVED = "approved"
    REFUSED = "refused"
    ASSIGNED = "assigned"
    CLOSED = "closed"


STAGE_TITLES = {
    Stage.APPLIED: Both("신청함", "applied"), Stage.REVIEW: Both("심사 중", "in review"),
    Stage.APPROVED: Both("선정", "approved"), Stage.REFUSED: Both("선정되지 않음", "refused"),
    Stage.ASSIGNED: Both("권리보호관 배정", "attorney assigned"),
    Stage.CLOSED: Both("종결·보고", "closed and reported"),
}
FOLLOWS: dict[Stage, tuple[Stage, ...]] = {
    Stage.APPLIED: (Stage.REVIEW,), Stage.REVIEW: (Stage.APPROVED, Stage.REFUSED), Stage.APPROVED: (Stage.ASSIGNED,),
    Stage.ASSIGNED: (Stage.CLOSED,), Stage.REFUSED: (), Stage.CLOSED: (),
}
# Only these are uses of the right; an application that was refused is none.
USED = frozenset({Stage.APPROVED, Stage.ASSIGNED, Stage.CLOSED})
NATURES = (
    ("new", Both("새 사건", "a new matter")), ("retrial", Both("재심", "a review or retrial")),
    ("second_stage", Both("다음 심급", "the next instance")),
    ("lawsuit_after", Both("진정 뒤 소송", "a lawsuit after a petition")),
    ("workplace_changed", Both("사업장 변경", "a changed workplace")),
)
REFUSALS = (
    ("income", Both("소득기준 초과", "income above the limit")),
    ("outside", Both("서울 거주·근무 아님", "not of Seoul")),
    ("used_up", Both("이용 횟수 초과", "used up")), ("no_prospect", Both("구제 가능성 없음", "no prospect")),
    ("late", Both("기한 지남", "the time limit is over")), ("other", Both("그 밖의 이유", "another reason")),
)
ENDINGS = (
    ("decided", Both("결정·판결로 끝남", "decided")), ("settled", Both("화해·합의", "settled")),
    ("withdrawn", Both("본인이 취하", "withdrawn by the person")), ("unreachable", Both("연락 두절", "unreachable")),
    ("other", Both("그 밖의 이유", "another reason")),
)


@dataclass(frozen=True)
class Use:
    """One use of the right: since when, and when it ended; None while it goes on or where that is not known."""

    since: date
    ended_on: date | None


@dataclass(frozen=True)
class About:
    """What decides; None where it is not known. `told_uses`: how often elsewhere, as the person says, and `told_end`
    when the last of them ended. `further`: the matter itself shows that there was a use before it."""

    on: date
    in_seoul: bool | None
    wage: int | None
    in_need: bool | None
    uses: Sequence[Use] = ()
    told_uses: int | None = 0
    told_end: date | None = None
    further: bool = False


@dataclass(frozen=True)
class Reason:
    """One condition: whether it holds (None: ask), and why, in words."""

    holds: bool | None
    said: Both


@dataclass(frozen=True)
class Entitled:
    """Whether the person is entitled (None: something has to be asked first), each reason, and the figure used."""

    yes: bool | None
    reasons: tuple[Reason, ...]
    rate: Rate
    use_number: int | None


def entitled(about: About, law: Law) -> Entitled:
    """Whether someone is entitled to the city's free attorney, with every reason for it or against."""
    rate = law.rate(INCOME, about.on)
    reasons = (lives_or_works(about.in_seoul), earns_little(about, rate.number), not_used_up(about))
    held = [each.holds for each in reasons]
    yes = False if False in held else None if None in held else True
    number = None if about.told_uses is None else counted(about) + 1
    return Entitled(yes, reasons, rate, number if number is None or number <= USES else None)


def lives_or_works(in_seoul: bool | None) -> Reason:
    """The person lives or works in Seoul."""
    said = {
        True: Both("서울에서 일하거나 삽니다.", "Works or lives in Seoul."),
        False: Both("서울에서 일하지도 살지도 않습니다.", "Neither works nor lives in Seoul."),
        None: Both("서울에서 일하거나 사는지 물어보세요.", "Ask whether the person works or lives in Seoul."),
    }
    return Reason(in_seoul, said[in_seoul])


def earns_little(about: About, limit: Decimal) -> Reason:
    """The average monthly wage is up to the limit, or the person is in need whatever the wage."""
    most = f"{limit:,.0f}"
    if about.in_need:
        return Reason(True, Both("기초생활수급자 또는 차상위입니다.", "On basic livelihood, or near-poor."))
    if about.wage is not None and about.wage <= limit:
        return Reason(True, Both(f"월평균임금이 {most}원 이하입니다.", f"Earns {most} won a month or less."))
    if about.wage is None or about.in_need is None:
        return Reason(None, Both("월평균임금과 기초생활수급·차상위 여부를 물어보세요.",
                                 "Ask for the average wage, and whether on basic livelihood or near-poor."))
    return Reason(False, Both(f"월평균임금이 {most}원을 넘습니다.", f"Earns more than {most} won a month."))


def not_used_up(about: About) -> Reason:
    """The person has used the right less than twice, or the last use ended two years ago."""
    if about.told_uses is None:
        asked = Both("다른 곳에서 이용한 적이 있는지 물어보세요.", "Ask whether it was used elsewhere before.")
        return Reason(None, asked)
    used = counted(about)
    if used < USES:
        nth = Both(f"이번이 {used + 1}번째 이용입니다 (2번까지).", f"This is use number {used + 1} of two.")
        return Reason(True, nth)
    if about.told_uses and about.told_end is None:
        return Reason(None, Both("마지막 이용이 언제 끝났는지 물어보세요.", "Ask when the last use ended."))
    return Reason(False, Both("이미 2번 이용했고, 끝난 지 2년이 지나지 않았습니다.",
                              "Used twice, and the last use ended less than two years ago."))


def counted(about: About) -> int:
    """How many uses count today: those since the right came back, two years after the end of a second use."""
    told = [Use(about.told_end or date.min, about.told_end) for _nth in range(about.told_uses or 0)]
    count: list[Use] = []
    for use in sorted((*about.uses, *told), key=lambda each: each.since):
        if came_back(count, use.since):
            count = []
        count.append(use)
    used = 0 if came_back(count, about.on) else len(count)
    return max(used, 1) if about.further else used


def came_back(uses: Iterable[Use], on: date) -> bool:
    """Whether the right that these uses spent is there again: two of them, and two years after the end of the last."""
    ends = [use.ended_on for use in uses]
    if len(ends) < USES or None in ends:
        return False
    return on > end_of(max(end for end in ends if end) + DAY, AGAIN_AFTER)


@dataclass(frozen=True)
class OtherHelp:
    """Who else may help free: the service of the agency, whether the wage allows it (None: ask), and the figure."""

    service: str
    holds: bool | None
    rate: Rate
    said: Both


def other_help(kind: str, wage: int | None, law: Law, on: date) -> tuple[OtherHelp, ...]:
    """The other free help for this kind of action: before the commission, or by the Legal Aid Corporation."""
    found = []
    if kind == "remedy":
        rate = law.rate(COUNSEL, on)
        found.append(OtherHelp("commission_counsel", below(wage, rate), rate, Both(
            "노동위원회 권리구제 대리(국선노무사): 구제신청서와 함께 신청합니다.",
            "Representation before the commission: apply together with the remedy application.",
        )))
    if kind in {"petition", "litigation"}:
        rate = law.rate(LEGAL_AID, on)
        found.append(OtherHelp("legal_aid", below(wage, rate), rate, Both(
            "대한법률구조공단(132): 체불 임금 소송. 체불임금등·사업주 확인서가 필요합니다.",
            "Legal Aid Corporation (132): lawsuits for unpaid wages; needs the certificate of arrears.",
        )))
    return tuple(found)


def below(wage: int | None, rate: Rate) -> bool | None:
    """Whether a wage is under a figure; None where it is not known."""
    return None if wage is None else wage < rate.number
