"""One key for the many spellings of a company's name. Pure."""

import re
import unicodedata

BRACKETED = re.compile(r"\(\s*(?:주|유|합|사|재)\s*\)")
# As words of their own, before or after the name.
KOREAN = r"주식회사|유한책임회사|유한회사|합자회사|합명회사|사단법인|재단법인"
AROUND = re.compile(rf"^\s*(?:{KOREAN})|(?:{KOREAN})\s*$")
FORMS = r"co[\s,.]*ltd|company limited|incorporated|inc|corporation|corp|limited|ltd|llc"
LATIN = re.compile(rf"(?<=\w)[\s,.]+(?:{FORMS})[\s.]*$")


def company_key(name: str) -> str:
    """What two spellings of a company have in common: without its legal form, spaces, signs, and case (`㈜가 나`,
    `주식회사 가나`, `가나`). A name that is nothing else stays as it is."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    bare = squeezed(stripped(BRACKETED.sub(" ", text)))
    return stripped(bare) or squeezed(text) or text.strip()


def stripped(text: str) -> str:
    """The text without legal forms at its ends; of nothing but one, nothing."""
    while (shorter := LATIN.sub("", AROUND.sub("", text.strip()))) != text:
        text = shorter
    return text


def squeezed(text: str) -> str:
    """Letters and digits alone."""
    return "".join(char for char in text if char.isalnum())
