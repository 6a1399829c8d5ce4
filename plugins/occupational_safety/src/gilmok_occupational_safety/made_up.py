"""What the demonstration's workplaces and people are like. Nobody and nothing in it exists, and it looks it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Told:
    """A report, so many days ago, and what its check found; without a verdict it waits."""

    days: int
    district: str
    hazard: str
    industry: str
    text: str = ""
    employer: str = ""
    kind: str = "nearly"
    happened: str = "day"
    told_before: str = "unknown"
    danger_now: bool = False
    way: str = "web"
    verdict: str | None = None
    passed_to: str | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """A state that a visit reached, so many days ago."""

    state: str
    days: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Recommended:
    """A recommendation: in how many days it is asked back (negative: so many ago), and what came of it."""

    text: str
    due: int
    result: str | None = None
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class Visited:
    """A visit: who asked (`login`), how it went on after that, and the day, from today."""

    login: str
    district: str
    industry: str
    workplace: str
    about: str
    days: int
    purpose: str = "hazard_check"
    asked_by: str = "worker"
    contact: str = ""
    agency: str | None = None
    consent: str = "not_asked"
    steps: tuple[Step, ...] = ()
    visit_on: int | None = None
    reason: str | None = None
    advice: tuple[Recommended, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Arranged:
    """Relief in a case: begun so many days ago, asked back in so many, and what came of it."""

    kind: str
    sent_to: str
    days: int
    due: int
    consent: str = "agreed"
    note: str = ""
    result: str | None = None
    outcome: str = ""


REPORTS = (
    Told(days=0, district="guro", hazard="machine", industry="manufacturing", danger_now=True, told_before="yes",
         text="프레스 안전장치를 떼고 돌립니다. 오늘도 손이 들어갈 뻔했습니다(가상).", employer="가상금속"),
    Told(days=1, district="gwanak", hazard="people", industry="food_lodging", kind="harmed", way="desk",
         text="손님이 컵을 던져 이마를 다쳤습니다. 사장은 참으라고만 합니다(가상)."),
    Told(days=3, district="gangseo", hazard="struck", industry="logistics", happened="week", told_before="yes",
         text="지게차가 후진하다가 사람을 못 보고 부딪칠 뻔했습니다(가상).", employer="지어낸물류 강서센터"),
    Told(days=6, district="geumcheon", hazard="chemical", industry="it", kind="danger", happened="now",
         text="세척제 통에 이름표가 없고 환기가 되지 않습니다(가상)."),
    Told(days=9, district="yeongdeungpo", hazard="fall", industry="construction", told_before="yes",
         text="3층 난간이 없는 곳에서 미끄러졌습니다(가상).", employer="가상건설 영등포 현장", verdict="visit",
         note="사진과 같음. 난간 없는 구간이 세 곳(가상)"),
    Told(days=12, district="gwanak", hazard="fall", industry="construction", kind="harmed", verdict="valid",
         text="사다리에서 떨어져 발목을 다쳤습니다(가상)."),
    Told(days=15, district="dongjak", hazard="fall", industry="facility", verdict="valid",
         text="유리를 닦다가 줄이 풀렸습니다(가상)."),
    Told(days=17, district="yangcheon", hazard="fall", industry="construction", verdict="valid", way="desk"),
    Told(days=20, district="guro", hazard="fall", industry="construction", verdict="passed_on",
         passed_to="kosha", text="비계 발판이 흔들립니다(가상).", employer="만든건설", note="공단에 알림(가상)"),
    Told(days=23, district="gangseo", hazard="fall", industry="construction", verdict="valid", kind="danger"),
    Told(days=26, district="geumcheon", hazard="heat_cold", industry="logistics", verdict="valid", kind="danger",
         text="휴게실에 난방이 없습니다(가상)."),
    *(Told(days=each, district=where, hazard="heat_cold", industry="logistics", verdict="valid", kind="danger")
      for each, where in ((27, "gangseo"), (28, "guro"), (29, "gangseo"), (31, "yeongdeungpo"))),
    Told(days=30, district="gwanak", hazard="other", industry="other", verdict="not_valid", text="시험(가상)",
         note="내용이 없음(가상)"),
)
VISITS = (
    Visited(login="gwanak1", district="gwanak", industry="care", workplace="지어낸요양원", days=1, purpose="risk_talk",
            about="어르신을 혼자 옮기다 허리를 다치는 일이 잦다고 합니다(가상)."),
    Visited(login="nodong1", district="gangseo", industry="logistics", workplace="지어낸물류 강서센터", days=5,
            about="지게차와 사람이 다니는 길이 겹칩니다(가상).", asked_by="union", purpose="training", consent="yes",
            contact="안전담당 가상대리 02-000-0000", visit_on=6,
            steps=(Step(state="proposed", days=2, note="다음 주로 제안(가상)"),)),
    Visited(login="nodong1", district="guro", industry="urban_manufacturing", workplace="만든인쇄", days=9,
            about="재단기와 환기를 함께 보기로 했습니다(가상).", asked_by="employer", consent="yes", agency="kosha",
            contact="가상사장 02-000-0001", visit_on=2,
            steps=(Step(state="proposed", days=6), Step(state="agreed", days=4, note="오후 2시(가상)"))),
    Visited(login="nodong1", district="geumcheon", industry="it", workplace="지어낸전자 3층", days=34,
            about="세척 공정의 냄새와 두통(가상).", consent="yes", contact="총무팀 02-000-0002", visit_on=-20,
            steps=(Step(state="agreed", days=30),
                   Step(state="done", days=20, note="국소배기장치가 꺼져 있음. 이름표 없는 통 네 개(가상)")),
            advice=(Recommended(text="국소배기장치를 켜 두고 한 달에 한 번 점검(가상)", due=-9, result="done",
                                outcome="점검표 사진을 받음(가상)"),
                    Recommended(text="모든 통에 이름과 위험표시를 붙이기(가상)", due=-2),
                    Recommended(text="보호장갑과 보안경을 사람 수만큼 갖추기(가상)", due=3))),
    Visited(login="nodong1", district="yangcheon", industry="facility", workplace="가상빌딩 관리사무소", days=40,
            about="지하 기계실의 소음(가상).", consent="no", reason="employer",
            steps=(Step(state="refused", days=33, note="전화로 거절함(가상)"),)),
    Visited(login="nodong1", district="dongjak", industry="food_lodging", workplace="지어낸식당", days=45,
            about="주방 바닥이 미끄럽습니다(가상).", reason="gone",
            steps=(Step(state="not_possible", days=41, note="문을 닫음(가상)"),)),
)
# Where a customer's abuse was told, where a claim is filed, and where not yet.
AFTER_ABUSE = (
    Arranged(kind="mind", sent_to="emotional_labour", days=8, due=4, note="첫 상담 날짜를 잡음(가상)"),
)
AFTER_CLAIM = (
    Arranged(kind="return", sent_to="employer", days=9, due=-3, note="가벼운 일로 복귀할 수 있는지 물음(가상)"),
    Arranged(kind="money", sent_to="comwel", days=11, due=-5, result="partly", outcome="휴업급여 일부(가상)"),
)
BEFORE_CLAIM = (
    Arranged(kind="medical", sent_to="hospital", consent="nothing", days=20, due=-13, result="helped",
             outcome="치료를 받고 있음(가상)"),
    Arranged(kind="claim", sent_to="comwel", days=6, due=0, note="요양급여 신청서를 함께 씀(가상)"),
)
