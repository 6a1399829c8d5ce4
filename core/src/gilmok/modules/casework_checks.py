"""What must be true of what a module adds to cases: its steps, questions, time limits and letters lead somewhere.

Each check gives sentences, one for each thing that is wrong, as those of `declarations` do.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from gilmok.law.calculators.catalogue import CALCULATORS
from gilmok.law.dated import Also, TimeLimit
from gilmok.law.dated import Kind as LimitKind
from gilmok.law.limits import period_of
from gilmok.law.shipped import Law, shipped
from gilmok.modules.casework import CaseLimit, WorkStep
from gilmok.modules.declarations import Declared, Known, twice
from gilmok.modules.papers import Blank, BlankKind, BlankSource, DocumentTemplate
from gilmok.modules.things import IntakeField, Kind

LIMIT_TEXTS = ("name_ko", "name_en", "basis_ko", "basis_en", "event_ko", "event_en")
LANGUAGES = ("ko", "en")


def broken_casework(declared: Declared, known: Known, folder: Path | None) -> list[str]:
    """What is named and does not exist, or could never be shown or computed; `folder` is that of the package."""
    return [
        *_wrong_desks(declared),
        *(problem for each in declared.steps for problem in _wrong_step(each, declared, known)),
        *(problem for each in declared.limits for problem in _wrong_limit(each, declared, known)),
        *_wrong_days(declared.limits),
        *(problem for each in declared.letters for problem in _wrong_letter(each, declared, known, folder)),
        *_blanks_twice(declared),
    ]


def _wrong_desks(declared: Declared) -> Iterator[str]:
    """A thing without a desk is never shown; another module's desk is not its own to add to."""
    own = {each.id for each in declared.targets}
    added: tuple[Any, ...] = (*declared.steps, *declared.questions, *declared.limits, *declared.letters)
    for each in added:
        if not each.targets:
            yield f"{each.id!r} names no desk in `targets`, so that it is shown in no case"
        yield from (f"{each.id!r}: the module has no target {desk!r}" for desk in each.targets if desk not in own)


def _wrong_step(step: WorkStep, declared: Declared, known: Known) -> Iterator[str]:
    yield from _wrong_order(step, {each.id: set(each.targets) for each in declared.steps})
    if step.calculator and step.calculator not in CALCULATORS and not _named(declared.calculators, step.calculator):
        yield f"step {step.id!r}: there is no calculator {step.calculator!r}"
    if step.document:
        yield from _wrong_step_letter(step, step.document, declared, known)


def _wrong_order(step: WorkStep, desks: Mapping[str, set[str]]) -> Iterator[str]:
    for other in (*step.after, *step.before):
        if other not in desks:
            yield f"step {step.id!r}: there is no step {other!r}"
        elif not desks[other] & set(step.targets):
            yield f"step {step.id!r}: {other!r} is a step of other desks, so that the two are in no list together"


def _named(things: Iterable[Any], name: str) -> Any:
    """The thing of this id; None where there is none."""
    return next((each for each in things if each.id == name), None)


def _wrong_step_letter(step: WorkStep, code: str, declared: Declared, known: Known) -> Iterator[str]:
    own = _named(declared.letters, code)
    if own is None and not _is_cores(code, known.documents):
        yield f"step {step.id!r}: there is no letter {code!r}"
    if own is not None and not set(step.targets) <= set(own.targets):
        yield f"step {step.id!r}: the letter {code!r} is not offered at each of its desks"


def _is_cores(code: str, there: Iterable[str] | None) -> bool:
    """Whether the core has it; where nobody said what the core has, anything without a dot may be."""
    return "." not in code if there is None else code in there


def _wrong_limit(limit: CaseLimit, declared: Declared, known: Known) -> Iterator[str]:
    where = f"time limit {limit.id!r}"
    yield from (f"{where}: {name} must not be empty" for name in LIMIT_TEXTS if not getattr(limit, name).strip())
    if not _is_cores(limit.starts, known.events):
        yield f"{where}: nothing of the name {limit.starts!r} can happen; there is {_listed(known.events)}"
    yield from (f"{where}: {problem}" for problem in (*_wrong_codes(limit, shipped()), *_wrong_periods(limit)))
    asked = {each.id: each for each in (*declared.fields, *declared.questions)}
    if limit.day_from and not _is_day(asked.get(limit.day_from)):
        yield f"{where}: {limit.day_from!r} is none of the module's questions for a day"


def _wrong_codes(limit: CaseLimit, law: Law) -> Iterator[str]:
    if limit.source not in law.sources:
        yield f"there is no source {limit.source!r}; there is {_listed(law.sources)}"
    if limit.stops and limit.stops not in law.stops:
        yield f"nothing stops it that is called {limit.stops!r}; there is {_listed(law.stops)}"
    gone = (each for each in limit.replaces if each not in law.limit_codes)
    yield from (f"the core has no time limit {each!r} to replace" for each in gone)


def _listed(codes: Iterable[str] | None) -> str:
    return ", ".join(sorted(codes or ()))


def _is_day(asked: IntakeField | None) -> bool:
    """Whether a question asks for a day that stays readable without anybody's key."""
    return asked is not None and asked.kind is Kind.DATE and not asked.sensitive


def _wrong_periods(limit: CaseLimit) -> Iterator[str]:
    if not limit.period and limit.kind is not LimitKind.NONE:
        yield f"a limit of kind {limit.kind} needs a period, such as '3 months'"
    counted: tuple[TimeLimit | Also, ...] = (limit, *limit.also) if limit.period else limit.also
    for each in counted:
        try:
            period_of(each)
        except ValueError as error:
            yield f"{error}; write it as '10 days', '3 months', '1 year' or '5 working days'"


def _wrong_days(limits: Iterable[CaseLimit]) -> Iterator[str]:
    """Two rows of one limit may not hold on one day, and concern the same cases."""
    for one, other in combinations(limits, 2):
        if one.code != other.code:
            continue
        first, second = sorted((one, other), key=lambda each: str(each.valid_from or ""))
        if first.valid_to is None or second.valid_from is None or second.valid_from < first.valid_to:
            yield f"time limit {one.code!r}: two of its rows hold on one day"
        if (one.targets, one.starts) != (other.targets, other.starts):
            yield f"time limit {one.code!r}: its rows differ in their desks or in what starts them"


def _wrong_letter(letter: DocumentTemplate, declared: Declared, known: Known, folder: Path | None) -> Iterator[str]:
    where = f"letter {letter.id!r}"
    if folder is not None and not (folder / letter.file).is_file():
        yield f"{where}: the package has no {letter.file}"
    if letter.language not in LANGUAGES:
        yield f"{where}: a letter is in one of {', '.join(LANGUAGES)}, not in {letter.language!r}"
    yield from (f"{where}: {problem}" for problem in _wrong_blanks(letter, declared, known))


def _wrong_blanks(letter: DocumentTemplate, declared: Declared, known: Known) -> Iterator[str]:
    named = [each for each in letter.blanks if isinstance(each, str)]
    yield from twice("blank", [*named, *(each.code for each in letter.own_blanks)])
    yield from (f"the core has no blank {each!r}" for each in named if not _is_cores(each, known.blanks))
    for blank in letter.own_blanks:
        yield from (*_wrong_blank(blank, declared.info.name), *_wrong_filling(blank, declared, known))


def _wrong_blank(blank: Blank, name: str) -> Iterator[str]:
    if not blank.code.startswith(f"{name}.") or not blank.code.partition(".")[2].isidentifier():
        yield f"the code of the blank {blank.code!r} is {name!r}, a dot, and then a-z, 0-9 and _"
    if bool(blank.options) != (blank.holds is BlankKind.CHOICE):
        yield f"the blank {blank.code!r}: a choice has options, and nothing else has"


def _wrong_filling(blank: Blank, declared: Declared, known: Known) -> Iterator[str]:
    asked = {each.id for each in (*declared.fields, *declared.questions)}
    if blank.source is BlankSource.FACT and blank.of not in asked and not _is_cores(blank.of, known.facts):
        yield f"the blank {blank.code!r}: nobody asks for {blank.of!r}"
    if blank.source is BlankSource.DAYS and not _is_cores(blank.of, known.events):
        yield f"the blank {blank.code!r}: nothing of the name {blank.of!r} can happen"


def _blanks_twice(declared: Declared) -> Iterator[str]:
    """A blank of two letters is typed once for both, so that it has to be the same one."""
    found: dict[str, Blank] = {}
    for letter in declared.letters:
        for blank in letter.own_blanks:
            if found.setdefault(blank.code, blank) != blank:
                yield f"the blank {blank.code!r} is declared in two ways"
