"""An application that shows every component on one page, without a database: for the look, and for axe."""

import base64
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask, abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import LoginManager

from gilmok.ground import config, errors
from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Permission
from gilmok.ground.access.views import blueprint as access
from gilmok.ground.i18n import core_catalogue, init_i18n
from gilmok.ground.web import init_web
from gilmok.ground.web.frame import Frame, MenuItem
from gilmok.ground.web.request import needs

CATALOGUE = core_catalogue()
FRAME = Frame(
    menu=(
        MenuItem("업무 홈", "home"),
        MenuItem("사건", "list_page", count=lambda: 87),
        MenuItem("상담 접수", "form_page"),
        MenuItem("분류 대기", "parts_page", count=lambda: 4, alarm=True),
        MenuItem("센터·담당자", "nobody_may"),
    ),
    search="find",
    help="parts_page",
    centre_name=lambda code: {"ko": "관악 노동복지센터"}.get("ko", code),
)
ROWS = tuple(
    (f"2026-03-0{4100 + n}", ("황*아", "서*윤", "정*희", "박*우")[n % 4], stage, tone, late)
    for n, (stage, tone, late) in enumerate([
        ("사실 확인", "information", date(2026, 12, 1)), ("기관 연계", "", date(2026, 11, 22)),
        ("서류 작성", "information", date(2026, 11, 20)), ("접수", "success", date(2026, 11, 24)),
        ("노동청 진행", "warning", None), ("종결", "", None),
    ])
)
WRONG = {
    "name": ["의뢰인 이름을 입력해 주세요."],
    "phone": ["연락처는 010-1234-5678처럼 9~11자리 숫자로 입력해 주세요."],
    "topic": ["분쟁 유형을 하나 이상 선택해 주세요."],
    "hired": ["입사일은 2025.3.2처럼 실제 있는 날짜로 입력해 주세요."],
    "story": ["상담 내용을 입력해 주세요."],
    "consent": ["개인정보 수집·이용 동의 여부를 확인해 주세요."],
}
RAISED: dict[str, type[Exception]] = {
    "moved": errors.IllegalMove, "invalid": errors.Invalid, "tries": errors.TooManyTries, "away": errors.NotReady,
    "forbidden": errors.NotAllowed, "fault": ZeroDivisionError, "login": errors.LoginNeeded,
}


def gallery(*, logged_in: bool = True, **settings: str) -> Flask:
    """The application; `logged_in`: as a counsellor who needs no password."""
    app = Flask("gallery", static_folder=None, template_folder=str(Path(__file__).parent / "templates"))
    key = base64.b64encode(bytes(32)).decode()
    given = {"secret_key": key, "field_key": key, "index_key": key, "today": "2026-11-22", **settings}
    app.extensions["settings"] = config.read_all(given)
    app.config |= {"SECRET_KEY": "only for the gallery", "PERMANENT_SESSION_LIFETIME": timedelta(minutes=30)}
    init_i18n(app, CATALOGUE)
    person = Person(id=1, login="sangdam", name="김하늘", role="counsellor", centre_id="gwanak")
    LoginManager(app).request_loader(lambda _request: person if logged_in else None)
    init_web(app, FRAME)
    app.register_blueprint(access)
    for path, endpoint, view in PAGES:
        app.add_url_rule(path, endpoint, needs(Permission.PUBLIC)(view), methods=["GET", "POST"])
    app.add_url_rule("/nobody", "nobody_may", lambda: "")
    return app


def parts_page() -> ResponseReturnValue:
    """Small parts."""
    flash("접수했습니다. 사건번호는 2026-03-04101입니다.", "success")
    events = [
        (datetime(2026, 11, 22, 5, 3, tzinfo=UTC), "기관 연계", "김하늘", "서울노동권익센터로 보냈습니다."),
        (datetime(2026, 11, 21, 1, 0, tzinfo=UTC), "접수", "박서연", ""),
    ]
    return render_template("gallery/parts.html", events=events)


def list_page() -> ResponseReturnValue:
    """A list."""
    return render_template("gallery/list.html", rows=ROWS)


def form_page() -> ResponseReturnValue:
    """A form; sent, it comes back with what is wrong in it."""
    values: dict[str, Any] = request.form.to_dict()
    wrong = WRONG if request.method == "POST" else {}
    page = render_template("gallery/form.html", values=values, errors=wrong)
    return page, 422 if wrong else 200


def raise_it(name: str) -> ResponseReturnValue:
    """Raise the error of that name, or abort with that number."""
    if name in RAISED:
        raise RAISED[name]
    abort(int(name))


def find() -> ResponseReturnValue:
    """Where the search box leads."""
    return redirect("/list", 303)


def reveal() -> ResponseReturnValue:
    """A masked value in full: the part alone for htmx."""
    return '<span class="masked">황보아</span>'


PAGES = (
    ("/", "home", list_page), ("/parts", "parts_page", parts_page), ("/list", "list_page", list_page),
    ("/form", "form_page", form_page), ("/raise/<name>", "raise_it", raise_it), ("/find", "find", find),
    ("/reveal", "reveal", reveal),
)
