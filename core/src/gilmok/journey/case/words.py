"""What codes of a case are called on pages, in the language of the request; what is not installed shows its id."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from gilmok.ground.formats.names import mask_name
from gilmok.ground.i18n import _, in_language
from gilmok.ground.web.frame import frame
from gilmok.ground.web.words import date_long, date_short, won
from gilmok.journey.case.endings import OUTCOME_TITLES, Outcome
from gilmok.journey.case.lists import Count
from gilmok.journey.case.models import Case
from gilmok.journey.case.stages import SENT, STAGE_TITLES, Stage
from gilmok.journey.case.titles import SECTIONS, SENT_TITLE, TOPIC_TITLES, URGENCY_TITLES, WHY_TITLES
from gilmok.journey.vocabulary import FACTS, options_of
from gilmok.law.shipped import shipped
from gilmok.modules import current
from gilmok.modules.registry import Registry
from gilmok.modules.things import IntakeField, Kind


def stage_title(status: str) -> str:
    """The stage in words; `sent` is what the centre sees that took the case in for another."""
    return _(SENT_TITLE) if status == SENT else _(STAGE_TITLES[Stage(status)])


def topic_title(code: str) -> str:
    """The topic in words."""
    return _(TOPIC_TITLES.get(code, code))


def limit_title(code: str | None) -> str:
    """The name of a time limit; nothing where there is none."""
    if code is None:
        return ""
    found = shipped().newest(code) or current.registry().limits.get(code)
    return in_language(found, "name") if found else _("%(id)s (not installed)", id=code)


def urgency_title(code: str) -> str:
    """The urgency in words; nothing for a normal one."""
    return "" if code == "normal" else _(URGENCY_TITLES.get(code, code))


def why_title(code: str | None) -> str:
    """A reason in words."""
    return _(WHY_TITLES.get(code, code)) if code else ""


def closing_title(case: Case) -> str:
    """Why a case ended, what came of it, and the money that the person got."""
    said = [why_title(case.close_reason)]
    if case.outcome:
        if case.outcome != Outcome.UNKNOWN:
            said.append(_(OUTCOME_TITLES[Outcome(case.outcome)]))
        got = case.recovered_won
        said.append(_("money: not known") if got is None else _("money: %(won)s", won=won(got)))
    return " · ".join(said)


def centre_title(code: str) -> str:
    """The name of a centre."""
    return frame().centre_name(code)


def target_title(target: str | None, registry: Registry) -> str:
    """The name of a desk; its id and 'not installed' where its module is gone, nothing where there is none."""
    if target is None:
        return ""
    found = registry.targets.get(target)
    return _(found.title) if found else _("%(id)s (not installed)", id=target)


def client_title(name: str | None) -> str:
    """A name as lists may show it; what is said of someone who gave none."""
    return mask_name(name) if name else _("no name given")


def told(facts: Mapping[str, Any], registry: Registry) -> list[tuple[str, list[tuple[str, str]]]]:
    """The facts of a case in words, section by section; each module's answers are a section of their own."""
    sections = [(_(title), lines(codes, facts, FACTS)) for title, codes in SECTIONS]
    of_modules: dict[str, list[str]] = {}
    for code in filter(is_modules, facts):
        of_modules.setdefault(registry.module_of(code), []).append(code)
    sections += [
        (module_title(module, registry), lines(codes, facts, registry.answered)) for module, codes in of_modules.items()
    ]
    return [section for section in sections if section[1]]


def is_modules(fact: str) -> bool:
    """Whether a module asks for this fact; the core's own have no dot."""
    return "." in fact


def module_title(module: str, registry: Registry) -> str:
    """The title of a module; its name and 'not installed' where it is gone."""
    loaded = registry.modules.get(module)
    return _(loaded.info.title) if loaded else _("%(id)s (not installed)", id=module)


def lines(codes: Iterable[str], facts: Mapping[str, Any], fields: Mapping[str, IntakeField]) -> list[tuple[str, str]]:
    """Label and answer of each of these facts that has one."""
    return [(label_of(code, fields), said(facts[code], fields.get(code))) for code in codes if code in facts]


def label_of(code: str, fields: Mapping[str, IntakeField]) -> str:
    """How a fact is called."""
    asked = fields.get(code)
    return _(asked.label) if asked else code


def said(value: Any, asked: IntakeField | None) -> str:
    """An answer in words; a code that nobody knows any more is shown as it is."""
    match value:
        case list() | tuple():
            return ", ".join(said(part, asked) for part in value)
        case {"date": day}:
            return date_long(date.fromisoformat(day))
        case bool():
            return _("Yes") if value else _("No")
        case str():
            return code_title(value, asked)
        case _:
            return number_title(value, asked)


def sealed_title(value: Any, asked: IntakeField | None) -> str:
    """An answer that was sealed, in words: free text as it was told."""
    return value if asked is None or asked.kind is Kind.TEXT else said(value, asked)


def code_title(code: str, asked: IntakeField | None) -> str:
    """One of a field's answers in words."""
    title = next((each.title for each in options_of(asked) if each.code == code), None) if asked else None
    return _(title) if title else code


def number_title(number: float, asked: IntakeField | None) -> str:
    """A number with its unit."""
    if asked and asked.kind is Kind.WON:
        return won(int(number))
    unit = _(asked.unit) if asked and asked.unit else ""
    return f"{number:,} {unit}".strip()


def count_title(count: Count) -> str:
    """A count as tabs show it: `15`, `1,000+`."""
    return f"{count.number:,}+" if count.more else f"{count.number:,}"


def filter_title(name: str, value: Any, names: Mapping[int, str]) -> str:
    """A filter that is on, in words."""
    said_by: Mapping[str, Any] = {
        "stage": stage_title, "topic": topic_title,
        "handler": lambda person: names.get(person, _("nobody yet")),
        "received_from": lambda day: _("from %(day)s", day=date_short(day)),
        "received_to": lambda day: _("until %(day)s", day=date_short(day)),
    }
    return str(said_by[name](value))
