"""What the fields of a page are called: for the summary of errors, which stands above them."""

from html.parser import HTMLParser

FIELD = "field-"


class Labels(HTMLParser):
    """Reads the labels of fields, and the legends of groups of them, out of a part of a page; what stands in an element
    within them, such as the mark of what is required, is no part of the name."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.group = self.reading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to read where a field's label or its group's legend begins."""
        said = dict(attrs)
        if tag == "fieldset":
            self.group = said.get("id") or ""
        names = {"label": said.get("for") or "", "legend": self.group}
        self.reading = names.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        """Nothing more is read."""
        self.reading = ""

    def handle_data(self, data: str) -> None:
        """Keep what a field is called."""
        if self.reading.startswith(FIELD) and data.strip():
            self.found.setdefault(self.reading.removeprefix(FIELD), " ".join(data.split()))


def labels_of(content: str) -> dict[str, str]:
    """What the fields of this part of a page are called, by their names."""
    labels = Labels()
    labels.feed(content)
    return labels.found
