"""Making the floor's templates and rows from our own pages, so that it serves the same bytes whatever they become.

What differs from page to page is found by its place: each text of a table's row, each term and value of a list of
facts, the number and the story of a case. All else is literal in the floor's template.
"""

import re
from collections import Counter
from html import unescape
from typing import Any, NamedTuple

Row = dict[str, Any]
TOKEN = re.compile(r'(?<=(?:name="csrf_token" value|me="csrf-token" content)=")[^"]+')
KEY = re.compile(r'(?<=name="form_key" value=")[^"]+')
BODY = re.compile(r"(?s)(?<=<tbody>).*(?=</tbody>)")
LINE = re.compile(r"(?s)\s*<tr>.*?</tr>")
NUMBER = re.compile(r'data-copy="([^"]+)"')
TEXT = re.compile(r">([^<>]*\S[^<>]*)<")
PAIRS = re.compile(r"(?:<div><dt>[^<]*</dt><dd>[^<]*</dd></div>\s*)+")
PAIR = re.compile(r"<div><dt>([^<]*)</dt><dd>([^<]*)</dd></div>(\s*)")
PERSON = re.compile(r'(?<=<span class="masked">)[^<]+')
STORY = re.compile(r'(?<=<p class="told">)[^<]+')
WHEN = re.compile(r'(?<=<span class="small">)[^<]+')
PRINTED = (
    "{% for term, value, end in case.told.pairs[PLACE] %}"
    "<div><dt>{{ term }}</dt><dd>{{ value }}</dd></div>{{ end }}{% endfor %}"
)


class Made(NamedTuple):
    """A template of the floor, and what it prints: values of `floor_case` by the case's number."""

    template: str
    rows: dict[str, Row]


def raw(html: str) -> str:
    """HTML as a template in which nothing is special."""
    return html.replace("{", '{{ "{" }}').replace("%}", '%{{ "}" }}')


def of_list(page: str, name: str) -> Made:
    """The template of a list, and each of its lines as the number, the shape of its markup and its texts."""
    shapes: list[str] = []
    rows: dict[str, Row] = {}
    found = BODY.search(page)
    assert found, "the list has no table"
    for line in LINE.findall(found[0]):
        number = NUMBER.search(line)[1]
        words = [unescape(text) for text in TEXT.findall(line)]
        shape = shape_of(line, number)
        if shape not in shapes:
            shapes.append(shape)
        rows[number] = {"shape": shapes.index(shape), "words": words}
    cases = "".join(f"{{% elif line.shape == {place} %}}{shape}" for place, shape in enumerate(shapes))
    lines = f"{{% for line in lines %}}{cases.replace('elif', 'if', 1)}{{% endif %}}{{% endfor %}}"
    rest = LINE.sub("", found[0])
    return Made(around(page[:found.start()], name) + lines + around(rest + page[found.end():], name), rows)


def shape_of(line: str, number: str) -> str:
    """The markup of a line as a template that prints `line.number` and `line.words`."""
    places = iter(range(100))
    marked = TEXT.sub(lambda _text: f">\0{next(places)}\0<", line)
    shape = raw(marked).replace(number, "{{ line.number }}")
    return re.sub("\0([0-9]+)\0", r"{{ line.words[\1] }}", shape)


def around(html: str, name: str) -> str:
    """The page around the rows: the forms' keys and who is logged in are printed."""
    return printed(raw(html)).replace(f"<b>{name}</b>", "<b>{{ name }}</b>")


def printed(html: str) -> str:
    """The keys of forms as something to print."""
    return KEY.sub("{{ key }}", TOKEN.sub("{{ token }}", html))


def of_cases(pages: dict[str, str], name: str) -> Made:
    """The template of case pages, and the values of each; of the shape that most of them have."""
    templates = {number: template_of(page, number, name) for number, page in pages.items()}
    commonest, _count = Counter(templates.values()).most_common(1)[0]
    return Made(commonest, {
        number: values_of(page) for number, page in pages.items() if templates[number] == commonest
    })


def values_of(page: str) -> Row:
    """What differs in a case page."""
    person, when, story = (first_of(pattern, page) for pattern in (PERSON, WHEN, STORY))
    pairs = [pairs_of(run) for run in PAIRS.findall(page)]
    return {"narrative": story, "told": {"person": person, "when": when, "pairs": pairs}}


def first_of(pattern: re.Pattern[str], page: str) -> str:
    """What the page says there; nothing where it has no such place, and its template prints none then."""
    found = pattern.search(page)
    return unescape(found[0]) if found else ""


def pairs_of(run: str) -> list[list[str]]:
    """The terms and values that follow one another, each with the space behind it."""
    return [[unescape(term), unescape(value), end] for term, value, end in PAIR.findall(run)]


def template_of(page: str, number: str, name: str) -> str:
    """A case page as a template."""
    places = iter(range(100))
    marked = PAIRS.sub(lambda _run: f"\0pairs{next(places)}\0", page)
    for pattern, mark in ((PERSON, "person"), (STORY, "story"), (WHEN, "when")):
        marked = pattern.sub(f"\0{mark}\0", marked)
    template = around(marked, name).replace(number, "{{ case.number }}")
    template = re.sub("\0pairs([0-9]+)\0", lambda found: PRINTED.replace("PLACE", found[1]), template)
    for mark, value in (("person", "told.person"), ("story", "narrative"), ("when", "told.when")):
        template = template.replace(f"\0{mark}\0", f"{{{{ case.{value} }}}}")
    return template


def bare(page: str) -> str:
    """A page without what is new in it each time: the keys of its forms."""
    return KEY.sub("", TOKEN.sub("", page))
