"""The made-up courses and events of the demonstration."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Course:
    """One of them: when it begins, in days from today, and how many people register."""

    title: str
    kind: str
    programme: str
    about: str
    days: int
    hour: int
    people: int
    places: int | None = None
    sessions: int = 1
    for_whom: str = ""
    public: bool = True


COURSES = (
    Course(
        title="임금명세서 읽기(가상)", kind="labour_education", programme="C5", days=-40, hour=19, people=14,
        places=12, sessions=3,
        about="임금명세서의 항목과 주휴수당, 연장근로수당을 계산해 봅니다. 시연용으로 지어낸 강좌입니다.",
    ),
    Course(
        title="청소·경비 일자리 첫걸음(가상)", kind="job_education", programme="C5", days=1, hour=14, people=9,
        places=8, sessions=2, for_whom="새 일자리를 찾는 50대 이상(가상)",
        about="근로계약서에서 볼 것, 이력서 쓰기, 면접 연습을 합니다. 시연용으로 지어낸 강좌입니다.",
    ),
    Course(
        title="노동조합, 어떻게 만드나(가상)", kind="union_education", programme="C3", days=12, hour=19, people=3,
        sessions=2, public=False, about="설립 요건과 절차, 규약과 신고서를 살펴봅니다. 시연용으로 지어낸 강좌입니다.",
    ),
    Course(
        title="퇴근길 노래 모임(가상)", kind="culture", programme="C6", days=9, hour=20, people=5, places=20,
        about="일하는 사람들이 모여 함께 노래합니다. 시연용으로 지어낸 행사입니다.",
    ),
)
