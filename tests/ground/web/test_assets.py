"""Styles, script and fonts: addressed by content, kept for good, without anyone's session."""

import gzip
import re

from flask import Flask
from support.page import Browser

from gilmok.ground.web.assets import STATIC, shipped


def address(walker: Browser, name: str) -> str:
    """The address at which the page asks for an asset."""
    found = re.search(rf'"(/static/\w+/{re.escape(name)})"', walker.get("/list").response.text)
    assert found
    return found[1]


def test_an_asset_may_be_kept_for_good(walker: Browser) -> None:
    answer = walker.client.get(address(walker, "app.css"))
    assert answer.cache_control.immutable
    assert answer.cache_control.max_age == 31_536_000
    assert answer.mimetype == "text/css"


def test_an_address_with_another_digest_is_not_found(walker: Browser) -> None:
    assert walker.client.get("/static/000000000000/app.css").status_code == 404


def test_an_asset_sets_no_cookie(parts: Flask, walker: Browser) -> None:
    with walker.client.session_transaction() as session:
        session.permanent = True
    assert "Set-Cookie" in walker.client.get("/list").headers
    assert "Set-Cookie" not in walker.client.get(address(walker, "ui.js")).headers


def test_an_asset_is_packed_for_who_unpacks_it(walker: Browser) -> None:
    plain = walker.client.get(address(walker, "app.css"))
    packed = walker.client.get(address(walker, "app.css"), headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data


def test_the_font_that_is_preloaded_is_the_one_that_the_styles_name(walker: Browser) -> None:
    styles = walker.client.get(address(walker, "app.css")).text
    preloaded = re.findall(r'as="font".*?href="/static/([^"]+)"', walker.get("/list").response.text)
    assert preloaded == re.findall(r'url\("\.\./([^"]+\.woff2)"\)', styles)


def test_a_phone_fetches_at_most_60_kilobytes_on_its_first_visit(walker: Browser) -> None:
    sent = [asset.packed for asset in shipped().values() if asset.packed]
    page = gzip.compress(walker.client.get("/list").data)
    assert sum(map(len, sent)) + len(page) <= 60_000


def test_our_own_styles_stay_small() -> None:
    own = sum(file.stat().st_size for file in (STATIC / "css").glob("*.css"))
    assert own <= 34_000


def test_the_styles_name_no_color_token_that_krds_does_not_have() -> None:
    styles = shipped()["app.css"].content.decode()
    defined = set(re.findall(r"(--[\w-]+)\s*:", styles))
    assert set(re.findall(r"var\((--[\w-]+)\)", styles)) <= defined


def test_the_files_of_others_come_with_their_licences() -> None:
    vendor = (STATIC / "vendor").glob("[!.]*")
    folders = {folder.name.rpartition("-")[0]: {file.name for file in folder.iterdir()} for folder in vendor}
    assert "LICENSE" in folders["htmx.org"]
    assert "LICENSE.txt" in folders["pretendard-gov"]
    assert "package.json" in folders["krds-uiux"]  # names its licence, ISC; the package holds no other text of it
