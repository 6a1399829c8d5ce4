"""Evidence of a case: sealed outside the database, listed with who added and who read it, never a page of ours."""

import io
import os
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from support.casework import browser_of, taken_in
from support.files import HEIC, JPEG, PDF, PNG, TXT
from support.house import House
from support.page import Browser, Page
from support.page_faults import said
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse, encode_multipart

from gilmok.ground.files import FileStore
from gilmok.journey.case.models import Case
from gilmok.journey.documents.attaching import LARGEST_SENDING
from gilmok.journey.documents.jobs import sweep
from gilmok.modules.current import registry


def send(browser: Browser, case: Case, *files: tuple[str, bytes], key: str = "") -> Page:
    """Send files from the tab."""
    page = browser.get(f"/cases/{case.number}/documents")
    token = page.tree.css_first("meta[name=csrf-token]").attributes["content"] or ""
    form = MultiDict({"csrf_token": token, "form_key": key or str(uuid4())})
    for name, content in files:
        form.add("files", FileStorage(io.BytesIO(content), name, "files"))
    boundary, body = encode_multipart(form)
    kind = f"multipart/form-data; boundary={boundary}"
    return browser.post(f"/cases/{case.number}/attachments", body, content_type=kind)


def links(page: Page, text: str) -> list[str]:
    """The addresses of the links that begin with this text."""
    return [each.attributes["href"] or "" for each in page.tree.css("td a") if said(each).startswith(text)]


def announced(client: FlaskClient, path: str, size: int) -> TestResponse:
    """What a form gets that says it is so large."""
    kind = "multipart/form-data; boundary=x"
    return client.post(path, environ_overrides={"CONTENT_LENGTH": str(size)}, content_type=kind)


def stored(app: Flask) -> list[bytes]:
    """What lies in the file store."""
    folder = app.extensions["settings"].files_folder
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]


@pytest.fixture(autouse=True)
def empty_store(app: Flask) -> FileStore:
    """The file store of the installation, emptied of other tests' files."""
    store = FileStore(app.extensions["settings"].files_folder)
    store.sweep(lambda digests: (), older_than=-60)
    return store


def test_files_are_added_listed_and_given_back(attorney: Browser, case: Case) -> None:
    page = send(attorney, case, ("급여명세서.pdf", PDF), ("대화.txt", TXT))
    assert page.messages == ["파일 2개를 사건에 저장했습니다."]
    assert "nomusa 담당" in page.text
    answer = attorney.client.get(links(page, "급여명세서.pdf")[0])
    assert (answer.status_code, answer.data, answer.mimetype) == (200, PDF, "application/pdf")


def test_what_is_given_back_is_never_shown_as_a_page(attorney: Browser, case: Case) -> None:
    answer = attorney.client.get(links(send(attorney, case, ("대화.txt", TXT)), "대화.txt")[0])
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cache-Control"] == "no-store"


def test_only_pictures_that_are_safe_are_shown(attorney: Browser, case: Case) -> None:
    page = send(attorney, case, ("a.png", PNG), ("b.jpg", JPEG), ("c.heic", HEIC), ("d.pdf", PDF))
    shown = links(page, "보기")
    assert len(shown) == 2
    assert {attorney.client.get(address).mimetype for address in shown} == {"image/png", "image/jpeg"}
    assert attorney.client.get(links(page, "d.pdf")[0] + "/picture").status_code == 404


def test_every_reading_is_a_row_and_is_listed(attorney: Browser, app: Flask, house: House, case: Case) -> None:
    address = links(send(attorney, case, ("대화.txt", TXT)), "대화.txt")[0]
    attorney.client.get(address)
    browser_of(app, house, "senteojang").client.get(address)
    attorney.client.get(address)
    page = attorney.get(f"/cases/{case.number}/documents")
    assert "nomusa 담당 · 2번" in page.text
    assert "senteojang 담당 · 1번" in page.text


def test_what_is_stored_is_sealed_with_the_cases_key(
    attorney: Browser, app: Flask, house: House, case: Case
) -> None:
    page = send(attorney, case, ("대화.txt", TXT))
    [sealed] = stored(app)
    assert TXT not in sealed
    with house.job() as session:
        assert "대화".encode() not in session.scalar(text("SELECT name FROM attachment"))
        session.execute(text("DELETE FROM case_key"))
        session.commit()
    assert attorney.client.get(links(page, "대화.txt")[0]).status_code == 409


def test_a_sealed_file_put_in_the_place_of_another_does_not_open(
    attorney: Browser, house: House, case: Case
) -> None:
    page = send(attorney, case, ("a.pdf", PDF), ("b.txt", TXT))
    with house.job() as session:
        session.execute(text("UPDATE attachment SET digest = (SELECT digest FROM attachment WHERE kind = 'txt')"))
        session.commit()
    assert attorney.client.get(links(page, "a.pdf")[0]).status_code == 409


def test_one_bad_file_keeps_all_out_and_is_named(attorney: Browser, app: Flask, case: Case) -> None:
    page = send(attorney, case, ("대화.txt", TXT), ("virus.exe", b"MZ" + bytes(9)), ("빈.txt", b""))
    assert page.status == 422
    assert "virus.exe" in page.errors[0]
    assert "빈.txt: 빈 파일입니다." in page.errors[0]
    assert stored(app) == []


def test_many_small_files_are_all_kept(attorney: Browser, case: Case) -> None:
    page = send(attorney, case, *((f"{number}.jpg", JPEG) for number in range(30)))
    assert page.messages == ["파일 30개를 사건에 저장했습니다."]
    assert len(links(page, "보기")) == 30


def test_nothing_chosen_asks_to_choose(attorney: Browser, case: Case) -> None:
    page = send(attorney, case, ("", b""))
    assert (page.status, page.errors) == (422, ["먼저 파일을 선택해 주세요."])


def test_a_file_of_21_megabytes_is_refused_beside_its_field(attorney: Browser, case: Case) -> None:
    page = send(attorney, case, ("large.pdf", PDF + bytes(21 * 1024 * 1024)))
    assert (page.status, page.errors) == (422, ["large.pdf: 20MB를 넘습니다."])


def test_a_sending_that_is_too_large_altogether_gets_the_page_that_says_so(attorney: Browser, case: Case) -> None:
    answer = announced(attorney.client, f"/cases/{case.number}/attachments", LARGEST_SENDING + 1)
    assert answer.status_code == 413
    assert "<h1>" in answer.text


def test_no_other_address_and_nobody_else_may_send_so_much(app: Flask, attorney: Browser, case: Case) -> None:
    size = 30 * 1024 * 1024
    assert announced(attorney.client, f"/cases/{case.number}/documents/petition", size).status_code == 413
    assert announced(app.test_client(), f"/cases/{case.number}/attachments", size).status_code == 413


def test_a_form_sent_twice_adds_a_file_once(attorney: Browser, house: House, case: Case) -> None:
    key = str(uuid4())
    for _time in range(2):
        send(attorney, case, ("대화.txt", TXT), key=key)
    with house.job() as session:
        assert session.scalar(text("SELECT count(*) FROM attachment")) == 1


def test_who_has_the_case_removes_a_file_with_a_reason_and_it_stays_on_the_list(
    attorney: Browser, case: Case
) -> None:
    page = send(attorney, case, ("대화.txt", TXT))
    address = links(page, "대화.txt")[0]
    form = attorney.get(links(page, "빼기")[0])
    assert form.press("파일 빼기").status == 422
    page = form.choose("왜 빼나요?", "잘못 올림").press("파일 빼기")
    assert "잘못 올림" in page.text
    assert "대화.txt" in page.text
    assert attorney.client.get(address).status_code == 404


def test_who_does_not_have_the_case_removes_nothing(app: Flask, house: House, attorney: Browser, case: Case) -> None:
    send(attorney, case, ("대화.txt", TXT))
    other = browser_of(app, house, "sangdam")
    page = other.get(f"/cases/{case.number}/documents")
    assert links(page, "빼기") == []
    assert other.get(links(page, "대화.txt")[0] + "/remove").status == 403


@pytest.mark.parametrize("login", ["jungnang", "jungnang_manager", "sicheong", "unyeong"])
def test_another_centres_attachment_is_not_found(
    app: Flask, house: House, attorney: Browser, case: Case, login: str
) -> None:
    address = links(send(attorney, case, ("a.png", PNG)), "a.png")[0]
    client = browser_of(app, house, login).client
    assert {client.get(address + rest).status_code for rest in ("", "/picture", "/remove")} == {404}


def test_an_attachment_is_not_found_under_another_case(
    app: Flask, house: House, attorney: Browser, case: Case
) -> None:
    address = links(send(attorney, case, ("a.png", PNG)), "a.png")[0]
    with app.app_context():
        other = taken_in(house, registry())
    assert attorney.client.get(address.replace(case.number, other.number)).status_code == 404


def test_the_second_wall_hides_attachments_by_itself(attorney: Browser, house: House, case: Case) -> None:
    send(attorney, case, ("a.png", PNG))
    with house.session("jungnang") as session:
        for table in ("attachment", "attachment_read", "case_paper"):
            count = text(f"SELECT count(*) FROM {table}")
            assert session.scalar(count, execution_options={"unscoped": "what the wall alone lets through"}) == 0


def test_files_that_no_row_names_are_swept_and_others_stay(
    attorney: Browser, app: Flask, house: House, case: Case, empty_store: FileStore
) -> None:
    send(attorney, case, ("a.png", PNG))
    orphan = empty_store.put(b"left behind by a commit that failed")
    for file in empty_store.folder.rglob("*"):
        os.utime(file, (0, 0))
    with house.job() as session:
        assert sweep(session, empty_store) == 1
    assert not empty_store.place(orphan).exists()
    assert len(stored(app)) == 1


def test_the_tab_speaks_english_too(app: Flask, house: House, case: Case) -> None:
    page = send(browser_of(app, house, "nomusa", "en"), case, ("a.png", PNG))
    assert page.messages == ["1 file is kept with the case."]
