"""What makes a page bad, whatever it is about: every page of every test is looked at for it."""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Chinese and Vietnamese are spoken on the pages of visitors, and of those who answer a survey.
ERROR_PREFIX = {"ko": "오류: ", "en": "Error: ", "zh": "错误： ", "zh-Hans": "错误： ", "vi": "Lỗi: "}
NOT_TYPED = {"submit", "button", "reset", "image", "hidden"}
# What is left over where a text was not filled in, or a value was shown as Python sees it.
LEFTOVER = re.compile(r"%\(\w+\)[sd]|\{\{|\}\}|\{%|<bound method|\bNone\b|\bUndefined\b|LazyString")
POINTERS = ("for", "form", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget")
BANNED = re.compile(r"^on[a-z]+$|^style$|^(data-)?hx-on")


def faults_of(tree: LexborHTMLParser, source: str) -> Iterator[str]:
    """What is wrong with a page, a sentence a fault."""
    yield from heading_faults(tree)
    ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
    yield from (f"the id '{name}' is there {times} times" for name, times in ids.items() if times > 1)
    yield from (f"nothing has the id '{target}'" for target in targets(tree) - set(ids))
    yield from unlabelled(tree)
    yield from form_faults(tree, source)
    yield from inline_faults(tree)
    yield from unnamed(tree)
    if found := LEFTOVER.search(readable(tree)):
        yield f"it shows '{found.group()}'"


def heading_faults(tree: LexborHTMLParser) -> Iterator[str]:
    """One h1, with which the title begins; a language."""
    root = tree.css_first("html")
    language = (root.attributes.get("lang") or "") if root else ""
    if language not in ERROR_PREFIX:
        yield f"its language is '{language}'"
    headings = [said(node) for node in tree.css("h1")]
    if len(headings) != 1 or not headings[0]:
        yield f"its h1 are {headings}"
    title = said(tree.css_first("title")).removeprefix(ERROR_PREFIX.get(language, ""))
    if headings and not title.startswith(headings[0]):
        yield f"its title is '{title}' and its h1 '{headings[0]}'"


def targets(tree: LexborHTMLParser) -> set[str]:
    """The ids that something on the page points to."""
    links = [node.attributes["href"] or "" for node in tree.css("a[href^='#']")]
    named = [node.attributes[name] or "" for name in POINTERS for node in tree.css(f"[{name}]")]
    return {target.removeprefix("#") for names in [*links, *named] for target in names.split()}


def unlabelled(tree: LexborHTMLParser) -> Iterator[str]:
    """The fields and buttons that have no words."""
    labelled = {node.attributes["for"] for node in tree.css("label[for]") if said(node)}
    for field in tree.css("input, select, textarea"):
        if field.attributes.get("type") in NOT_TYPED or field.attributes.get("aria-label"):
            continue
        if field.attributes.get("id") not in labelled and not said(closest(field, "label")):
            yield f"the field '{field.attributes.get('name')}' has no label"
    for button in tree.css("button, a[href]"):
        if not said(button) and not button.attributes.get("aria-label"):
            yield f"a {button.tag} has no words: {(button.html or '')[:80]}"


def form_faults(tree: LexborHTMLParser, source: str) -> Iterator[str]:
    """Forms that post without a token, and forms within forms, which browsers drop."""
    forms = tree.css("form")
    if source.count("<form") != len(forms):
        yield "a form stands within a form"
    for form in forms:
        posts = (form.attributes.get("method") or "get").lower() == "post"
        if posts and not form.css_first("input[name=csrf_token]"):
            yield f"the form to '{form.attributes.get('action')}' has no csrf_token"


def unnamed(tree: LexborHTMLParser) -> Iterator[str]:
    """The lines of the error summary that do not say which field they are about."""
    for link in tree.css("[data-summary] a"):
        field = (link.attributes["href"] or "").removeprefix("#")
        label = said(tree.css_first(f"label[for='{field}'], fieldset[id='{field}'] legend"), without="span")
        if said(link.css_first("b")) != label:
            yield f"the summary calls '{label}' '{said(link.css_first('b'))}'"


def inline_faults(tree: LexborHTMLParser) -> Iterator[str]:
    """Script and style that stand in the page, which the policy of the pages forbids."""
    for node in tree.css("script, style"):
        if node.tag == "style" or not node.attributes.get("src"):
            yield f"it holds an inline {node.tag}"
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if BANNED.match(name) or (value or "").strip().lower().startswith(("javascript:", "js:")):
                yield f"a {node.tag} holds {name}={value!r}"
            if name == "hx-trigger" and "[" in (value or ""):
                yield f"hx-trigger={value!r} needs eval"


def readable(tree: LexborHTMLParser) -> str:
    """What can be read on the page, without what people typed into it, and without braces that it speaks of."""
    copy = LexborHTMLParser(tree.html or "")
    for node in copy.css("script, style, textarea, code.braces"):
        node.decompose()
    return f"{said(copy.css_first('title'))} {said(copy.body)}"


def said(node: LexborNode | None, without: str = "") -> str:
    """The text of a node in one line; `without`: the parts that do not count."""
    if node is None:
        return ""
    if without and node.css_first(without):
        node = LexborHTMLParser(node.html or "").body or node
        for part in node.css(without):
            part.decompose()
    return " ".join(node.text(separator=" ").split())


def closest(node: LexborNode, tag: str) -> LexborNode | None:
    """The nearest node around this one that has the tag."""
    around = node.parent
    while around is not None and around.tag != tag:
        around = around.parent
    return around
