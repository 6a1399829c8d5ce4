"""Walking through pages as staff do, by what they read: labels, buttons, headings. A bad page fails every test.

The parser is selectolax: it reads HTML as browsers do, so that a form inside a form is as broken here as there.
"""

import re
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser, LexborNode
from support.page_faults import closest, faults_of, said
from werkzeug.test import TestResponse

HANGUL = re.compile(r"[^ ]*[가-힣][^ ]*")


class BadPage(AssertionError):
    """A page that no one should get; the message lists every fault."""


class Page:
    """An answer, as it is read. An HTML page has been checked, and can be filled in, pressed and followed."""

    def __init__(self, browser: "Browser", response: TestResponse) -> None:
        self.browser = browser
        self.response = response
        self.status = response.status_code
        self.path = response.request.path
        self.tree = LexborHTMLParser(response.text if response.mimetype == "text/html" else "")
        self.typed: dict[str, list[str]] = {}
        if response.mimetype == "text/html" and "<html" in response.text[:300]:
            self.check()

    def check(self) -> None:
        """Raise BadPage unless this is a page that one may show."""
        faults = list(faults_of(self.tree, self.response.text))
        if faults:
            raise BadPage(f"{self.path}: " + "; ".join(faults))

    @property
    def heading(self) -> str:
        """The text of the h1."""
        return said(self.tree.css_first("h1"))

    @property
    def text(self) -> str:
        """Everything that can be read in the page's content, in one line."""
        return said(self.tree.css_first("main") or self.tree.body)

    def korean(self, *known: str) -> list[str]:
        """The Korean in the page's content that is neither marked as Korean nor one of the `known` names and answers:
        on a page in another language, what nobody has translated."""
        content = LexborHTMLParser((self.tree.css_first("main") or self.tree.body).html or "")
        for node in content.css("[lang=ko], script"):
            node.decompose()
        text = said(content.body)
        for each in known:
            text = text.replace(each, "")
        return HANGUL.findall(text)

    @property
    def errors(self) -> list[str]:
        """The sentences of the error summary, without the labels of the fields that they are about."""
        return [said(line) for line in self.tree.css("[data-summary] li span")]

    @property
    def messages(self) -> list[str]:
        """The messages above the content."""
        return [said(line) for line in self.tree.css("#messages .alert > div")]

    def rows(self) -> list[list[str]]:
        """The cells of the page's tables, row by row."""
        return [[said(cell) for cell in row.css("td, tbody th")] for row in self.tree.css("tbody tr")]

    def fill(self, label: str, value: str | list[str]) -> "Page":
        """Type into the field of this label, or choose the options of these texts; the page itself, to go on."""
        field = self.field(label)
        values = [value] if isinstance(value, str) else value
        name = field.attributes["name"] or ""
        if field.tag == "select":
            values = [option_of(field, text) for text in values]
        elif field.attributes.get("type") in {"checkbox", "radio"}:
            values = [field.attributes.get("value") or "on"]
        self.typed[name] = self.typed.get(name, []) + values if field.attributes.get("type") == "checkbox" else values
        return self

    def choose(self, group: str, *texts: str) -> "Page":
        """Choose these options of the group of this name; the page itself, to go on."""
        legends = [legend for legend in self.tree.css("fieldset > legend") if said(legend).startswith(group)]
        assert legends, f"no group '{group}' on {self.path}"
        fieldset = legends[0].parent
        assert fieldset is not None
        boxes = {said(option): box for option in fieldset.css("label") if (box := option.css_first("input"))}
        missing = [text for text in texts if text not in boxes]
        assert not missing, f"no option {missing} in '{group}'; there is {list(boxes)}"
        name = next(iter(boxes.values())).attributes["name"] or ""
        self.typed[name] = [boxes[text].attributes.get("value") or "on" for text in texts]
        return self

    def press(self, button: str) -> "Page":
        """Press the button of this text: send its form, with what was typed, and follow where it leads."""
        found = [each for each in self.tree.css("button, input[type=submit]") if said(each) == button]
        there = [said(each) for each in self.tree.css("button")]
        assert found, f"no button '{button}' on {self.path}; there is {there}"
        form = form_of(self.tree, found[0])
        assert form is not None, f"the button '{button}' is in no form"
        values = values_of(self.tree, form) | self.typed
        if found[0].attributes.get("name"):
            values[found[0].attributes["name"] or ""] = [found[0].attributes.get("value") or ""]
        action = found[0].attributes.get("formaction") or form.attributes.get("action") or self.path
        if (form.attributes.get("method") or "get").lower() == "post":
            return self.browser.post(action, values)
        return self.browser.get(action, query_string=values)

    def click(self, link: str) -> "Page":
        """Follow the link of this text."""
        found = [each for each in self.tree.css("a[href]") if said(each) == link]
        assert found, f"no link '{link}' on {self.path}; there is {[said(each) for each in self.tree.css('a')]}"
        return self.browser.get(found[0].attributes["href"] or "")

    def value(self, label: str) -> str:
        """What stands in the field of this label."""
        field = self.field(label)
        if field.tag == "textarea":
            return field.text().removeprefix("\n")
        if field.tag == "select":
            chosen = field.css("option[selected]") or field.css("option")
            return said(chosen[0])
        return field.attributes.get("value") or ""

    def error(self, label: str) -> str:
        """The error that stands beside the field of this label; empty if none does."""
        name = self.field(label).attributes["name"]
        return said(self.tree.css_first(f'[id="error-{name}"]'))

    def field(self, label: str) -> LexborNode:
        """The field of this label, without the star of what is required."""
        labels = [each for each in self.tree.css("label") if said(each, ".required, .required + .unseen") == label]
        assert labels, f"no field '{label}' on {self.path}; there is {[said(each) for each in self.tree.css('label')]}"
        inside = labels[0].css_first("input, select, textarea")
        found = inside or self.tree.css_first(f'[id="{labels[0].attributes["for"]}"]')
        assert found is not None, f"the label '{label}' belongs to no field"
        return found


class Browser:
    """One person's browser: keeps cookies, follows redirects, checks every page."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()

    def get(self, path: str, **options: Any) -> Page:
        """The page at this address."""
        return Page(self, self.client.get(path, follow_redirects=True, **options))

    def post(self, path: str, values: dict[str, list[str]], **options: Any) -> Page:
        """The page to which these values lead; a form of a page is sent with `Page.press`."""
        return Page(self, self.client.post(path, data=values, follow_redirects=True, **options))


def form_of(tree: LexborHTMLParser, button: LexborNode) -> LexborNode | None:
    """The form that a button or field belongs to: the one it names, else the one around it."""
    named = button.attributes.get("form")
    return tree.css_first(f"form#{named}") if named else closest(button, "form")


def values_of(tree: LexborHTMLParser, form: LexborNode) -> dict[str, list[str]]:
    """What the form would send as it stands."""
    values: dict[str, list[str]] = {}
    own = form.css("input, select, textarea")
    elsewhere = tree.css(f"[form='{form.attributes['id']}']") if form.attributes.get("id") else []
    for field in [*own, *elsewhere]:
        for value in sent(field):
            values.setdefault(field.attributes.get("name") or "", []).append(value)
    values.pop("", None)
    return values


def sent(field: LexborNode) -> list[str]:
    """What one field sends."""
    kind = field.attributes.get("type")
    if "disabled" in field.attributes or kind in {"submit", "button", "file"}:
        return []
    if field.tag == "textarea":
        return [field.text().removeprefix("\n")]
    if field.tag == "select":
        chosen = field.css("option[selected]") or field.css("option")[:1]
        return [option.attributes.get("value") or "" for option in chosen]
    if kind in {"checkbox", "radio"} and "checked" not in field.attributes:
        return []
    return [field.attributes.get("value") or ("on" if kind in {"checkbox", "radio"} else "")]


def option_of(select: LexborNode, text: str) -> str:
    """The value of the option of this text."""
    options = {said(option): option.attributes.get("value") or "" for option in select.css("option")}
    assert text in options, f"no option '{text}'; there is {list(options)}"
    return options[text]
