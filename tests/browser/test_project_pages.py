"""The pages of projects in a real browser, public ones among them: what axe says, at both sizes."""

import pytest
from flask import Flask
from playwright.sync_api import Browser
from support.chromium import arrive, look_at, window
from support.house import House
from support.projects import action_of, note_of, project_of, question_of

pytestmark = pytest.mark.browser
STAFF = (
    "", "new", "{project}", "{project}/edit", "{project}/outcome", "{project}/links", "actions/{action}", "{asked}",
    "agenda/new", "{asked}/position", "{asked}/answer", "notes/{note}", "notes/{note}/edit", "numbers/",
)
PUBLIC = ("", "{project}", "notes/{note}")


@pytest.mark.parametrize(("size", "language"), [("desk", "ko"), ("phone", "en")])
def test_every_page_of_projects_is_clean(
    app: Flask, house: House, browser: Browser, address: str, size: str, language: str
) -> None:
    made = project_of(house, published=True, measures=[{"indicator": "가", "target": "", "result": "", "source": ""}])
    keys = {"project": made.key, "action": action_of(house, made, people_reached=3).key,
            "asked": question_of(house, "sangdam").key, "note": note_of(house).key}
    paths = [f"/projects/{each}" for each in STAFF] + [f"/projects/published/{each}" for each in PUBLIC]
    with window(browser, address, size) as page:
        arrive(page, app, address, language, house.people["sangdam"].get_id())
        for path in (each.format(**keys) for each in paths):
            answered = page.goto(path)
            assert answered
            assert answered.status == 200, path
            look_at(page, path)
