"""The one error of this package: a sentence that tells the person how to write the value."""


def _(text: str) -> str:
    """Mark a sentence for translation; it is translated where it is shown."""
    return text


class FormatError(ValueError):
    """What was typed cannot be read; `text` is an English sentence with a Korean one in `translations/ko.po`.

    It never contains what was typed, so that it may be logged and shown to anybody.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text
