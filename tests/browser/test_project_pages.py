"""The pages of projects in a real browser, public ones among them: what axe says, at both sizes."""

import pytest
from flask import Flask
from playwright.sync_api import Browser
from support.chromium import arrive, look_at, window
from support.house import House
from support.projects import action_of, note_of, project_of, question_of

pytestmark = pytest.mark.browser
# Every page once, at the size at which it is likelier to be opened.
AT_THE_DESK = ("", "{project}/edit", "{asked}", "{asked}/answer", "notes/{note}", "notes/{note}/edit", "numbers/")
ON_THE_WAY = (
    "{project}", "{project}/outcome", "{project}/links", "actions/{action}", "{asked}/position", "published/",
    "published/{project}", "published/notes/{note}",
)


@pytest.mark.parametrize(("size", "language", "paths"), [("desk", "ko", AT_THE_DESK), ("phone", "en", ON_THE_WAY)])
def test_every_page_of_projects_is_clean(
    app: Flask, house: House, browser: Browser, address: str, size: str, language: str,
    paths: tuple[str, ...],
) -> None:
    made = project_of(house, published=True, measures=[{"indicator": "가", "target": "", "result": "", "source": ""}])
    keys = {"project": made.key, "action": action_of(house, made, people_reached=3).key,
            "asked": question_of(house, "sangdam").key, "note": note_of(house).key}
    with window(browser, address, size) as page:
        arrive(page, app, address, language, house.people["sangdam"].get_id())
        for path in (each.format(**keys) for each in paths):
            answered = page.goto(f"/projects/{path}")
            assert answered
            assert answered.status == 200, path
            look_at(page, path)
