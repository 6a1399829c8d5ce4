"""Addresses are kept once they are made, but never with what somebody typed at length, or of another host."""

from flask import Flask, url_for
from support.house import House

from gilmok.ground.web.request import Application


def test_an_address_is_made_once_and_a_flag_is_no_number(app: Flask) -> None:
    with app.test_request_context("/"):
        assert [url_for("cases.index", view=value) for value in (1, True, 1)] == [
            "/cases/?view=1", "/cases/?view=True", "/cases/?view=1",
        ]


def test_under_another_root_it_is_another_address(app: Flask) -> None:
    with app.test_request_context("/", environ_overrides={"SCRIPT_NAME": "/gilmok"}):
        assert url_for("cases.index") == "/gilmok/cases/"
    with app.test_request_context("/"):
        assert url_for("cases.index") == "/cases/"


def test_one_with_a_host_is_made_for_each_request(app: Flask) -> None:
    for host in ("one.test", "two.test"):
        with app.test_request_context("/", base_url=f"http://{host}"):
            assert url_for("cases.index", _external=True) == f"http://{host}/cases/"


def test_what_a_stranger_types_at_length_is_not_kept(app: Application, house: House) -> None:
    client = app.test_client()
    client.get("/cases/?q=x")
    before = len(app.addresses)
    for number in range(5):
        assert client.get(f"/cases/?q={number}" + "x" * 10_000).status_code == 303
        client.get(f"/programmes/?centre={number}" + "x" * 10_000)
    assert max((len(each) for each in app.addresses.values()), default=0) < 1_000
    assert len(app.addresses) - before < 40
