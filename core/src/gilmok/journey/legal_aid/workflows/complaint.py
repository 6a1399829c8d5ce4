"""고소: a criminal complaint at the labour office, to the prosecutor's decision."""

from gilmok.journey.legal_aid.table import (
    END_STATES,
    FILE,
    FILED,
    FIRST_STATES,
    NEW,
    PREPARING,
    Both,
    Step,
    Subkind,
    Workflow,
    endings,
)

CRIMES = ("CRIM_WAGE_NEW", "CRIM_SEV_NEW")

COMPLAINT = Workflow(
    kind="complaint",
    title=Both("고소", "Criminal complaint"),
    service="labour_office",
    subkinds=(
        Subkind("wages", Both("임금 체불", "unpaid wages"), ("CRIM_WAGE_NEW", "ACCUSE_PROC")),
        Subkind("severance", Both("퇴직금 체불", "unpaid severance pay"), ("CRIM_SEV_NEW", "ACCUSE_PROC")),
        Subkind("other", Both("그 밖의 범죄", "another offence"), ("ACCUSE_PROC",)),
    ),
    states={
        **FIRST_STATES,
        "questioned": Both("고소인 조사", "complainant questioned"),
        "sent": Both("검찰 송치", "sent to the prosecutor"),
        "indicted": Both("기소", "indicted"),
        "not_indicted": Both("불기소", "not indicted"),
        **END_STATES,
    },
    steps=(
        Step((NEW,), PREPARING, Both("고소 준비", "Prepare a complaint"), starts=CRIMES, asks=("claimed",)),
        Step((PREPARING,), FILED, Both("고소장 접수", "File the complaint"), Both("수리된 날", "Accepted on"),
             starts=("ACCUSE_PROC",), asks=("receipt_number",), permission=FILE),
        Step((FILED,), "questioned", Both("고소인 조사", "Questioning of the complainant"),
             Both("조사받는 날", "Day of the questioning"), ahead=True),
        Step((FILED, "questioned"), "sent", Both("검찰 송치", "Sent to the prosecutor"), Both("송치된 날", "Sent on"),
             meets=("ACCUSE_PROC",)),
        Step(("sent",), "indicted", Both("기소 통지", "Indictment"), Both("기소된 날", "Indicted on"), stops=CRIMES),
        Step(("sent",), "not_indicted", Both("불기소 통지", "No indictment"), Both("통지받은 날", "Told on")),
        *endings(FILED, "questioned", "sent", "indicted", "not_indicted"),
    ),
    remarks=(
        Both("고소해도 임금채권의 소멸시효(3년)는 계속 갑니다. "
             "임금체불은 본인이 원하지 않으면 처벌하지 않으므로, 취하는 돈을 받은 뒤에 하세요.",
             "A complaint does not stop the time of a wage claim. Unpaid wages are not punished "
             "against the worker's will: withdraw only after payment."),
        Both("불기소에 대한 항고 기간은 통지서에서 확인하세요. 이 기한은 아직 자료에 없습니다.",
             "Look up the time to appeal against a decision not to indict in its notice: it is not in our data yet."),
    ),
)
