"""진정: a petition at the labour office, the certificate of arrears and the substitute payment that follows from it."""

from gilmok.journey.legal_aid.table import (
    END_STATES,
    FILE,
    FILED,
    FIRST_STATES,
    NEW,
    PREPARING,
    Both,
    Extended,
    Step,
    Subkind,
    Workflow,
    endings,
)

OPEN = (FILED, "attended", "extended", "extended_again", "ordered")
CERTIFIED = (*OPEN, "answered")

PETITION = Workflow(
    kind="petition",
    title=Both("진정", "Petition"),
    service="labour_office",
    subkinds=(
        Subkind("arrears", Both("임금·퇴직금 체불", "unpaid wages, severance pay"), (
            "SUB_SIMPLE_ADMIN_FILE", "COMPLAINT_PROC", "SUB_CERT_ISSUE", "SUB_SIMPLE_ADMIN_CLAIM",
        ), Both("진정을 내도 임금채권의 소멸시효(3년)는 계속 갑니다.",
                "A petition does not stop the three years in which a wage claim lapses.")),
        Subkind("harassment", Both("직장 내 괴롭힘·성희롱", "harassment at work"), ("COMPLAINT_PROC",)),
        Subkind("other", Both("그 밖의 법 위반", "another violation"), ("COMPLAINT_PROC",)),
    ),
    states={
        **FIRST_STATES,
        "attended": Both("출석 조사", "questioned"),
        "extended": Both("처리기간 연장", "extended"),
        "extended_again": Both("처리기간 다시 연장", "extended again"),
        "ordered": Both("시정지시", "told to put it right"),
        "answered": Both("처리 결과 통지", "answered"),
        "certificate_requested": Both("확인서 신청", "certificate requested"),
        "certificate_issued": Both("확인서 발급", "certificate issued"),
        "payment_claimed": Both("대지급금 청구", "substitute payment claimed"),
        "payment_received": Both("대지급금 지급", "substitute payment received"),
        **END_STATES,
    },
    steps=(
        Step((NEW,), PREPARING, Both("진정 준비", "Prepare a petition"), starts=("SUB_SIMPLE_ADMIN_FILE",),
             asks=("claimed",)),
        Step((PREPARING,), FILED, Both("진정 접수", "File the petition"), Both("접수된 날", "Received on"),
             starts=("COMPLAINT_PROC",), meets=("SUB_SIMPLE_ADMIN_FILE",), also_meets=("SUB_INSERVICE_FILE",),
             asks=("receipt_number",), permission=FILE),
        Step((FILED, "extended", "extended_again"), "attended", Both("출석 조사", "Questioning"),
             Both("출석일", "Day of the questioning"), ahead=True),
        Step((FILED, "attended"), "extended", Both("처리기간 연장 통지", "Time extended once"),
             Both("통지받은 날", "Told on"), extends=Extended("COMPLAINT_PROC", 1)),
        Step(("attended", "extended"), "extended_again", Both("동의하여 다시 연장", "Extended again, by consent"),
             Both("동의한 날", "Consented on"), extends=Extended("COMPLAINT_PROC", 2)),
        Step((FILED, "attended", "extended", "extended_again"), "ordered", Both("시정지시", "Order to put it right"),
             Both("시정지시가 있은 날", "Ordered on"), asks=("pay_by",)),
        Step(OPEN, "answered", Both("처리 결과 통지", "The office answers"), Both("결과를 통지받은 날", "Told on"),
             meets=("COMPLAINT_PROC",), asks=("finding", "confirmed")),
        Step(CERTIFIED, "certificate_requested", Both("체불 확인서 신청", "Request the certificate of arrears"),
             Both("신청한 날", "Requested on"), starts=("SUB_CERT_ISSUE",)),
        Step(("certificate_requested",), "certificate_issued", Both("체불 확인서 발급", "Certificate issued"),
             Both("처음 발급받은 날", "First issued on"), starts=("SUB_SIMPLE_ADMIN_CLAIM",),
             meets=("SUB_CERT_ISSUE", "COMPLAINT_PROC"), asks=("confirmed",)),
        Step(("certificate_issued",), "payment_claimed", Both("간이대지급금 청구", "Claim the substitute payment"),
             Both("청구한 날", "Claimed on"), meets=("SUB_SIMPLE_ADMIN_CLAIM",), at="comwel", permission=FILE),
        Step(("payment_claimed",), "payment_received", Both("대지급금 받음", "Substitute payment received"),
             Both("받은 날", "Received on"), asks=("substituted",), at="comwel"),
        *endings(*CERTIFIED, "certificate_requested", "certificate_issued", "payment_claimed", "payment_received"),
    ),
)
