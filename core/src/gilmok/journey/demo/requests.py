"""The demonstration's requests: sent online through the same form as real ones, three languages, three centres."""

from uuid import uuid4

from gilmok.ground.crypto import Vault
from gilmok.ground.db import NOBODY, Database
from gilmok.ground.receipts import Receipt, receipt_of
from gilmok.journey.requests.form import read_request
from gilmok.journey.requests.sending import WHAT, send

AGREED = {"consent.identity": "yes", "consent.sharing": "yes"}
# Centre, language of the page, and what was typed. Nobody in it exists: 010-0000 is given to nobody.
TOLD = (
    ("jungnang", "vi", {
        "narrative": "Tôi làm ở xưởng may. Ba tháng rồi chủ không trả lương, chỉ nói chờ thêm.",
        "topics.main": "unpaid_wages", "workplace_district": "jungnang", "language": "vi", "reach": "phone",
        "phone": "010-0000-1001", "call_when": "sau 20 giờ", "name": "Trần Giả Danh", **AGREED,
    }),
    ("gwanak", "ko", {
        "narrative": "배달하다 넘어져 손목을 다쳤습니다. 산재가 되는지, 무엇부터 해야 하는지 알고 싶습니다.",
        "topics.main": "industrial_accident", "workplace_district": "gwanak", "home_district": "gwanak",
        "language": "ko", "reach": "phone", "phone": "010-0000-1002", "call_when": "평일 오전", "name": "가상인",
        **AGREED, "consent.sensitive": "yes",
    }),
    ("labour_rights_centre", "zh", {
        "narrative": "昨天餐馆老板用短信把我解雇了，没有提前通知。", "topics.main": "discipline_dismissal",
        "workplace_district": "outside_seoul", "language": "zh", "reach": "self",
    }),
)


def make_requests(database: Database, vault: Vault) -> list[Receipt]:
    """Send the made-up requests, as nobody does; gives their receipts."""
    return [ask(database, vault, *told) for told in TOLD]


def ask(database: Database, vault: Vault, centre: str, language: str, told: dict[str, str]) -> Receipt:
    """Send one."""
    asked = read_request({name: [value] for name, value in told.items()})
    receipt = receipt_of(WHAT, uuid4(), asked.typed, vault=vault)
    with database.session(NOBODY) as session:
        send(session, asked, receipt, centre=centre, language=language, vault=vault)
        session.commit()
    return receipt
