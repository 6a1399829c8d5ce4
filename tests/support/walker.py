"""Somebody who walks through pages in one language. Every word that they press, fill in or read is written in both,
Korean first, so that one walk is walked in either."""

import io
from collections.abc import Callable

import pypdf
from support.page import Browser, Page

from gilmok.ground.web.pdf import JOINER


class Walker:
    """One person's screen: the page that is open, and what is done on it."""

    def __init__(self, browser: Browser, language: str) -> None:
        self.browser = browser
        self.language = language
        self.page: Page = browser.get("/")

    def say(self, ko: str, en: str | None = None) -> str:
        """The words of this language; of a value that is the same in both, one is enough."""
        return ko if self.language == "ko" or en is None else en

    def start(self) -> "Walker":
        """Open the first page."""
        self.page = self.browser.get("/")
        return self

    def click(self, ko: str, en: str | None = None) -> "Walker":
        """Follow a link of the page."""
        self.page = self.page.click(self.say(ko, en))
        assert self.page.status == 200, self.page.path
        return self

    def fill(self, ko: str, en: str, value: str, value_en: str | None = None) -> "Walker":
        """Type into a field, or choose an option of it."""
        self.page.fill(self.say(ko, en), self.say(value, value_en))
        return self

    def choose(self, ko: str, en: str, value: str, value_en: str) -> "Walker":
        """Choose an option of a group."""
        self.page.choose(self.say(ko, en), self.say(value, value_en))
        return self

    def press(self, ko: str, en: str) -> "Walker":
        """Press a button of the page; what it sends must be taken."""
        self.page = self.page.press(self.say(ko, en))
        assert self.page.status == 200, (self.page.path, self.page.errors)
        return self

    def step(self, title: tuple[str, str], day: tuple[str, str], on: str, *answers: tuple[str, ...]) -> "Walker":
        """Take a step of a legal action: its link, the label of its day, the day, its answers."""
        self.click(*title).fill(*day, on)
        for label, label_en, *value in answers:
            self.fill(label, label_en, *value)
        return self.press("저장", "Save")

    def sees(self, ko: str, en: str | None = None) -> "Walker":
        """The page says this."""
        assert self.say(ko, en) in self.page.text, f"not on {self.page.path}: {self.page.text}"
        return self

    def misses(self, ko: str, en: str | None = None) -> "Walker":
        """The page does not say this."""
        assert self.say(ko, en) not in self.page.text, f"on {self.page.path}: {self.page.text}"
        return self

    def is_told(self, ko: str, en: str) -> "Walker":
        """One of the messages above the page says this."""
        assert any(self.say(ko, en) in each for each in self.page.messages), self.page.messages
        return self

    def holds(self, ko: str, en: str, value: str, value_en: str | None = None) -> "Walker":
        """A field of the page holds this."""
        assert self.page.value(self.say(ko, en)) == self.say(value, value_en)
        return self

    def pdf(self, ko: str, en: str) -> str:
        """What the PDF says that a link of the page leads to."""
        answer = self.page.click(self.say(ko, en)).response
        assert (answer.status_code, answer.mimetype, answer.data[:5]) == (200, "application/pdf", b"%PDF-")
        pages = pypdf.PdfReader(io.BytesIO(answer.data)).pages
        return " ".join(" ".join(page.extract_text().replace(JOINER, "").split()) for page in pages)


Walking = Callable[[str], Walker]
