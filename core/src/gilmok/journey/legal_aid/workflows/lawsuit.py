"""소송: a lawsuit or payment order, from filing to the money."""

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

WAGES = ("SUB_SIMPLE_COURT_FILE", "SUB_SIMPLE_COURT_CLAIM", "JUDGMENT_PRESC")
AFTER_JUDGMENT = ("judged", "final", "payment_claimed")

LAWSUIT = Workflow(
    kind="lawsuit",
    title=Both("소송", "Lawsuit"),
    service="court",
    subkinds=(
        Subkind("wages", Both("임금·퇴직금 청구", "wages, severance pay"), WAGES),
        Subkind("payment_order", Both("지급명령", "payment order"), WAGES),
        Subkind("void_dismissal", Both("해고무효확인", "to declare a dismissal void"), ("JUDGMENT_PRESC",)),
        Subkind("damages", Both("손해배상", "damages"), ("JUDGMENT_PRESC",)),
    ),
    states={
        **FIRST_STATES,
        "hearing": Both("변론 기일 잡힘", "hearing set"),
        "judged": Both("판결·지급명령", "judged"),
        "final": Both("확정", "final"),
        "payment_claimed": Both("대지급금 청구", "substitute payment claimed"),
        "enforced": Both("강제집행", "enforced"),
        "paid": Both("돈을 받음", "paid"),
        **END_STATES,
    },
    steps=(
        Step((NEW,), PREPARING, Both("소송 준비", "Prepare a lawsuit"), starts=("SUB_SIMPLE_COURT_FILE",),
             asks=("claimed",)),
        Step((PREPARING,), FILED, Both("소 제기·지급명령 신청", "File the lawsuit"), Both("접수된 날", "Filed on"),
             meets=("SUB_SIMPLE_COURT_FILE",), also_meets=("SUB_INSERVICE_FILE",), asks=("receipt_number",),
             permission=FILE),
        Step((FILED,), "hearing", Both("변론 기일 통지", "A hearing is set"), Both("변론 기일", "Day of the hearing"),
             ahead=True),
        Step((FILED, "hearing"), "judged", Both("판결 선고·지급명령", "Judgment or order"),
             Both("판결 등이 있은 날", "Judged on"),
             starts=("SUB_SIMPLE_COURT_CLAIM",), asks=("result", "confirmed")),
        Step(("judged", "payment_claimed"), "final", Both("판결 확정", "The judgment becomes final"),
             Both("확정된 날", "Final on"), starts=("JUDGMENT_PRESC",)),
        Step(("judged", "final"), "payment_claimed", Both("간이대지급금 청구", "Claim the substitute payment"),
             Both("청구한 날", "Claimed on"), meets=("SUB_SIMPLE_COURT_CLAIM",), at="comwel", permission=FILE),
        Step(("final", "payment_claimed"), "enforced", Both("압류 등 강제집행", "Attachment"),
             Both("신청한 날", "Applied on"),
             stops=("JUDGMENT_PRESC",), permission=FILE),
        Step((*AFTER_JUDGMENT, "enforced"), "paid", Both("모두 받음", "Paid in full"), Both("받은 날", "Paid on"),
             stops=("JUDGMENT_PRESC", "SUB_SIMPLE_COURT_CLAIM"), asks=("recovered", "substituted")),
        *endings(FILED, "hearing", *AFTER_JUDGMENT, "enforced", "paid"),
    ),
    remarks=(Both(
        "항소·이의신청 기간은 판결문이나 지급명령에서 확인하세요. 이 기한은 아직 자료에 없습니다. "
        "종결해도 확정된 채권의 시효는 계속 보입니다.",
        "Look up the time for an appeal or objection in the judgment: it is not in our data yet. After closing, the "
        "time of a confirmed claim is still shown.",
    ),),
)
