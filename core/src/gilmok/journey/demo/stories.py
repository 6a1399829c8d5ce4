"""What the made-up people of the demonstration tell, and the facts in it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Story:
    """One kind of matter: its facts but for the districts, and what is told."""

    told: str
    facts: dict[str, Any]
    weight: int = 2
    answers: dict[str, Any] = field(default_factory=dict)


STORIES = (
    Story("석 달째 공임을 받지 못했습니다. 사장은 원청에서 돈이 안 들어왔다고만 합니다.", {
        "topics": ("unpaid_wages",), "employment_type": "special", "industry": "sewing", "workplace_size": "1_4",
        "still_employed": True,
    }, 3),
    Story("퇴직한 지 한 달이 지났는데 퇴직금을 주지 않습니다. 제화 공장에서 7년 일했습니다.", {
        "topics": ("severance_pay",), "employment_type": "regular", "industry": "handmade_shoes",
        "workplace_size": "5_9", "still_employed": False,
    }),
    Story("문자로 내일부터 나오지 말라는 말을 들었습니다. 건물 청소를 2년 했습니다.", {
        "topics": ("discipline_dismissal",), "employment_type": "fixed_term", "industry": "facility",
        "workplace_size": "10_29", "still_employed": False,
    }, 3),
    Story("배달 앱 계정이 이유 없이 정지되어 일을 못 하고 있습니다.", {
        "topics": ("rights_violation",), "employment_type": "platform", "industry": "logistics",
    }, 3),
    Story("납품을 끝냈는데 대금을 주지 않고 연락을 피합니다. 프리랜서 개발자입니다.", {
        "topics": ("unfair_trade",), "employment_type": "freelancer", "industry": "it",
    }, 3),
    Story("인쇄소 재단기에 손가락을 다쳤습니다. 사장은 산재 처리를 미루고 있습니다.", {
        "topics": ("industrial_accident",), "employment_type": "regular", "industry": "urban_manufacturing",
        "workplace_size": "1_4", "still_employed": True,
    }),
    Story("회사가 2년 경업금지 서약서에 서명하지 않으면 재계약하지 않겠다고 합니다.", {
        "topics": ("employment_contract",), "employment_type": "fixed_term", "industry": "rnd",
        "workplace_size": "30_99", "still_employed": True,
    }),
    Story("포괄임금이라며 야근수당을 한 번도 받지 못했습니다.", {
        "topics": ("working_hours", "unpaid_wages"), "employment_type": "regular", "industry": "digital",
        "workplace_size": "30_99", "still_employed": True,
    }),
    Story("공연이 끝났는데 출연료를 절반만 받았습니다. 계약서는 쓰지 않았습니다.", {
        "topics": ("unfair_trade",), "employment_type": "artist", "industry": "arts",
    }),
    Story("카페에서 주휴수당을 받은 적이 없습니다.", {
        "topics": ("unpaid_wages",), "employment_type": "part_time", "industry": "food_lodging",
        "workplace_size": "1_4", "still_employed": True, "age_band": "20s",
    }, 4),
    Story("실업급여를 받을 수 있는지, 회사가 자진 퇴사로 신고했다고 합니다.", {
        "topics": ("unemployment_benefit",), "employment_type": "regular", "industry": "retail",
        "workplace_size": "10_29", "still_employed": False,
    }, 3),
    Story("팀장의 폭언이 계속되어 회사에 신고했지만 조사를 하지 않습니다.", {
        "topics": ("harassment",), "employment_type": "regular", "industry": "health_welfare",
        "workplace_size": "100_299", "still_employed": True,
    }, 2),
    Story("요양보호사인데 휴게시간에도 자리를 비울 수 없습니다.", {
        "topics": ("working_hours",), "employment_type": "fixed_term", "industry": "care", "workplace_size": "30_99",
        "still_employed": True, "age_band": "60s",
    }, 2),
    Story("동료들과 노동조합을 만들고 싶은데 무엇부터 해야 하나요?", {
        "topics": ("union",), "employment_type": "regular", "industry": "logistics", "workplace_size": "30_99",
        "still_employed": True,
    }, 1),
    Story("직원을 처음 뽑는데 근로계약서를 어떻게 써야 하나요?", {
        "client_kind": "employer", "topics": ("employment_contract",), "industry": "food_lodging",
    }, 1),
    Story("돈을 못 받았다고만 말하고 끊었습니다.", {"topics": ("unpaid_wages",)}, 1),
)
FAMILY, GIVEN = "김이박최정강조윤장임", ("하나", "두리", "세찬", "네온", "다솜", "여울", "이룸", "여름", "아라", "열매")
