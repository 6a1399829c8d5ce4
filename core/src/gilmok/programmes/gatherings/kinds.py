"""What kinds of gatherings there are, and which programme of the city's page each belongs to."""

from collections.abc import Mapping

from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.offered import allowed, choices, title_of, with_codes

KINDS: Mapping[str, str] = {
    "labour_education": _("Labour education"),
    "job_education": _("Education for jobs"),
    "union_education": _("Education on founding a union"),
    "culture": _("Culture event"),
    "leisure": _("Leisure event"),
}
# Of every centre, as the city's page has it; modules add their own codes.
PROGRAMMES: Mapping[str, str] = {
    "C3": _("Organising support"),
    "C5": _("Worker education and job support"),
    "C6": _("Culture and welfare"),
}


def programmes() -> dict[str, str]:
    """Each programme that a gathering may count for here, by its code, in the language of the request."""
    return allowed(with_codes(PROGRAMMES))


def programme_options(chosen: str) -> list[tuple[str, str]]:
    """The programmes to choose from, and the one that is chosen."""
    return choices(with_codes(PROGRAMMES), chosen)


def programme_title(code: str) -> str:
    """A programme in words; the code alone where its module is no longer installed."""
    return title_of(code, with_codes(PROGRAMMES))


def kind_title(code: str) -> str:
    """A kind in words."""
    return translated(KINDS.get(code, code))


def kind_options() -> list[tuple[str, str]]:
    """Every kind, to be chosen from."""
    return [(code, translated(title)) for code, title in KINDS.items()]
