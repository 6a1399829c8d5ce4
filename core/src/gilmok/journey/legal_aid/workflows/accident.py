"""산재신청: a claim for accident benefits, examination, re-examination and the lawsuit."""

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

BENEFITS = ("WC_BENEFIT_3Y", "WC_BENEFIT_5Y")
AFTER = ("WC_MED_DEC", "WC_OBJ1", "WC_OBJ1_DEC", "WC_OBJ2", "WC_SUIT")
KNOWN = Both("결정을 안 날", "Learnt on")

ACCIDENT = Workflow(
    kind="accident",
    title=Both("산재신청", "Accident claim"),
    service="comwel",
    subkinds=(
        Subkind("injury", Both("업무상 사고", "accident at work"), ("WC_BENEFIT_3Y", *AFTER)),
        Subkind("commuting", Both("출퇴근 재해", "commuting accident"), ("WC_BENEFIT_3Y", *AFTER)),
        Subkind("brain_heart", Both("뇌심혈관 질병", "brain and heart disease"), ("WC_BENEFIT_3Y", *AFTER)),
        Subkind("musculoskeletal", Both("근골격계 질병", "musculoskeletal disease"), ("WC_BENEFIT_3Y", *AFTER)),
        Subkind("other_disease", Both("그 밖의 질병", "another disease"), ("WC_BENEFIT_3Y", *AFTER)),
        Subkind("lasting", Both("장해·유족", "disability, survivors"), ("WC_BENEFIT_5Y", *AFTER)),
    ),
    states={
        **FIRST_STATES,
        "approved": Both("승인", "approved"),
        "refused": Both("불승인", "refused"),
        "examination": Both("심사청구", "examination requested"),
        "examination_extended": Both("심사 결정 연장", "examination extended"),
        "examination_granted": Both("심사 인용", "examination granted"),
        "examination_refused": Both("심사 기각", "examination refused"),
        "reexamination": Both("재심사청구", "re-examination requested"),
        "reexamination_granted": Both("재심사 인용", "re-examination granted"),
        "reexamination_refused": Both("재심사 기각", "re-examination refused"),
        "suit_filed": Both("취소소송", "lawsuit filed"),
        "judged": Both("판결 선고", "judged"),
        **END_STATES,
    },
    steps=(
        Step((NEW,), PREPARING, Both("산재신청 준비", "Prepare an accident claim"), starts=BENEFITS),
        Step((PREPARING,), FILED, Both("요양급여 등 신청", "File the claim"), Both("접수된 날", "Received on"),
             starts=("WC_MED_DEC",), meets=BENEFITS, asks=("receipt_number",), permission=FILE),
        Step((FILED,), "approved", Both("승인 결정", "Approved"), KNOWN, meets=("WC_MED_DEC",), asks=("recovered",)),
        Step((FILED, "approved"), "refused", Both("불승인·일부 불승인 결정", "Refused, wholly or in part"), KNOWN,
             starts=("WC_OBJ1", "WC_SUIT"), meets=("WC_MED_DEC",)),
        Step(("refused",), "examination", Both("심사청구서 접수", "Request an examination"),
             Both("접수된 날", "Received on"),
             starts=("WC_OBJ1_DEC",), meets=("WC_OBJ1",), stops=("WC_SUIT",), permission=FILE),
        Step(("examination",), "examination_extended", Both("심사 결정 연장 통지", "Time extended once"),
             Both("통지받은 날", "Told on"), extends=Extended("WC_OBJ1_DEC", 1)),
        Step(("examination", "examination_extended"), "examination_granted", Both("심사 인용", "Examination granted"),
             KNOWN,
             meets=("WC_OBJ1_DEC",)),
        Step(("examination", "examination_extended"), "examination_refused", Both("심사 기각", "Examination refused"),
             KNOWN,
             starts=("WC_OBJ2", "WC_SUIT"), meets=("WC_OBJ1_DEC",)),
        Step(("examination_refused", "refused"), "reexamination", Both("재심사청구서 접수", "Request a re-examination"),
             Both("접수된 날", "Received on"), meets=("WC_OBJ2", "WC_OBJ1"), stops=("WC_SUIT",), at="accident_rereview",
             permission=FILE),
        Step(("reexamination",), "reexamination_granted", Both("재심사 인용", "Re-examination granted"), KNOWN),
        Step(("reexamination",), "reexamination_refused", Both("재심사 기각", "Re-examination refused"), KNOWN,
             starts=("WC_SUIT",)),
        Step(("refused", "examination_refused", "reexamination_refused"), "suit_filed",
             Both("취소소송 제기", "File a lawsuit"),
             Both("소장을 낸 날", "Filed on"), meets=("WC_SUIT",), stops=("WC_OBJ1", "WC_OBJ2"), at="court",
                  permission=FILE),
        Step(("suit_filed",), "judged", Both("판결 선고", "Judgment"), Both("선고일", "Judged on"), asks=("result",),
             at="court"),
        *endings(FILED, "approved", "refused", "examination", "examination_extended", "examination_granted",
                 "examination_refused", "reexamination", "reexamination_granted", "reexamination_refused", "suit_filed",
                 "judged"),
    ),
    remarks=(Both(
        "심사·재심사 중에는 취소소송 기간이 가지 않고, 기각 결정을 받으면 다시 시작합니다. "
        "판정위원회를 거친 사건은 심사를 건너뛸 수 있습니다.",
        "The time to sue does not run during an examination; it begins anew with its result. Cases that a judgment "
        "committee has seen may skip the examination.",
    ),),
)
