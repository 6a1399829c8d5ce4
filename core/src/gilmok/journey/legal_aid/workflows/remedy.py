"""구제신청: a remedy application at the labour commission, the review and the lawsuit against it."""

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

RELIEF = ("UD_RELIEF", "ULP_RELIEF", "DISC_FT", "DISC_DISPATCH", "DISC_GENDER")
REVIEW = ("UD_REVIEW", "ULP_REVIEW", "DISC_FT_REVIEW", "DISC_DISPATCH_REVIEW", "DISC_GENDER_REVIEW")
SUIT = ("UD_SUIT", "ULP_SUIT", "DISC_FT_SUIT", "DISC_DISPATCH_SUIT", "DISC_GENDER_SUIT")
UNVERIFIED = Both(
    "차별시정의 재심 10일과 행정소송 15일은 법령 원문으로 확인하지 않았습니다. 결정서를 받는 날 결정서에 적힌 기한과 "
    "맞추어 보세요.",
    "The ten days for a review and the fifteen for a lawsuit against a discrimination decision were not compared with "
    "the text of the Act: on the day on which the decision is served, compare them with what it says.",
)

REMEDY = Workflow(
    kind="remedy",
    title=Both("구제신청", "Remedy application"),
    service="labour_commission",
    subkinds=(
        Subkind("dismissal", Both("부당해고·징계·전직", "unfair dismissal, discipline, transfer"),
                ("UD_RELIEF", "UD_REVIEW", "UD_SUIT", "UD_ENFORCE_NOTICE")),
        Subkind("unfair_practice", Both("부당노동행위", "unfair labour practice"),
                ("ULP_RELIEF", "ULP_REVIEW", "ULP_SUIT")),
        Subkind("fixed_term", Both("차별시정 (기간제·단시간)", "discrimination (fixed-term, part-time)"),
                ("DISC_FT", "DISC_FT_REVIEW", "DISC_FT_SUIT"), UNVERIFIED),
        Subkind("dispatched", Both("차별시정 (파견)", "discrimination (dispatched workers)"),
                ("DISC_DISPATCH", "DISC_DISPATCH_REVIEW", "DISC_DISPATCH_SUIT"), UNVERIFIED),
        Subkind("gender", Both("성차별·성희롱 시정", "sex discrimination, harassment"),
                ("DISC_GENDER", "DISC_GENDER_REVIEW", "DISC_GENDER_SUIT"), UNVERIFIED),
    ),
    states={
        **FIRST_STATES,
        "hearing": Both("심문 기일 잡힘", "hearing set"),
        "decided": Both("판정함", "decided"),
        "served": Both("판정서 받음", "decision served"),
        "unobeyed": Both("구제명령 불이행", "order not obeyed"),
        "reported": Both("불이행 알림", "non-compliance reported"),
        "review_filed": Both("재심신청", "review applied for"),
        "review_served": Both("재심판정서 받음", "review decision served"),
        "suit_filed": Both("행정소송", "lawsuit filed"),
        "judged": Both("판결 선고", "judged"),
        **END_STATES,
    },
    steps=(
        Step((NEW,), PREPARING, Both("구제신청 준비", "Prepare a remedy application"), starts=RELIEF,
             asks=("claimed",)),
        Step((PREPARING,), FILED, Both("구제신청서 접수", "File the application"), Both("접수한 날", "Filed on"),
             meets=RELIEF, asks=("receipt_number",), permission=FILE),
        Step((FILED,), "hearing", Both("심문 기일 통지", "A hearing is set"), Both("심문 기일", "Day of the hearing"),
             ahead=True),
        Step((FILED, "hearing"), "decided", Both("판정", "The commission decides"), Both("판정한 날", "Decided on"),
             asks=("result",)),
        Step((FILED, "hearing", "decided"), "served", Both("판정서 송달", "The decision is served"),
             Both("판정서를 받은 날", "Served on"), starts=REVIEW, asks=("result",), if_lost=True),
        Step(("served", "unobeyed", "reported"), "review_filed", Both("재심신청서 접수", "A review is applied for"),
             Both("재심신청서를 낸 날", "Filed on"), meets=REVIEW, asks=("filed_by",), at="labour_commission_review",
             permission=FILE),
        Step(("review_filed",), "review_served", Both("재심판정서 송달", "The review decision is served"),
             Both("재심판정서를 받은 날", "Served on"), starts=SUIT, stops=REVIEW, asks=("result",),
             at="labour_commission_review"),
        Step(("review_served", "unobeyed", "reported"), "suit_filed", Both("행정소송 제기", "A lawsuit is filed"),
             Both("소장을 낸 날", "Filed on"), meets=SUIT, asks=("filed_by",), at="court", permission=FILE),
        Step(("served", "review_served"), "unobeyed", Both("구제명령 불이행", "The order is not obeyed"),
             Both("이행기한이 지난 날", "The order's time ended on"), starts=("UD_ENFORCE_NOTICE",)),
        Step(("unobeyed",), "reported", Both("불이행을 노동위원회에 알림", "Report it to the commission"),
             Both("알린 날", "Reported on"), meets=("UD_ENFORCE_NOTICE",), permission=FILE),
        Step(("suit_filed",), "judged", Both("판결 선고", "Judgment"), Both("선고일", "Judged on"), stops=SUIT,
             asks=("result",), at="court"),
        *endings(FILED, "hearing", "decided", "served", "unobeyed", "reported", "review_filed", "review_served",
                 "suit_filed", "judged"),
    ),
)
