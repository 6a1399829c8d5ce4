"""The five workflows as tables: nothing in them leads nowhere, and every code and text exists."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from gilmok.journey.legal_aid import answers, attorney_forms, free_attorney, offices
from gilmok.journey.legal_aid.answers import COLUMNS, FIELDS
from gilmok.journey.legal_aid.models import LegalAction
from gilmok.journey.legal_aid.table import ENDS, FILED, NEW, PREPARING, Both, IllegalStep, Workflow
from gilmok.journey.legal_aid.workflows import WORKFLOWS, workflow
from gilmok.law.shipped import shipped
from gilmok.network.atlas import Atlas

ALL = list(WORKFLOWS.values())
each_workflow = pytest.mark.parametrize("table", ALL, ids=lambda each: each.kind)


def reached(table: Workflow, start: str) -> set[str]:
    """The states to which steps lead from one."""
    seen, todo = set(), [start]
    while todo:
        state = todo.pop()
        seen.add(state)
        todo += [step.to for step in table.steps_from(state) if step.to not in seen]
    return seen - {start}


@each_workflow
def test_every_state_is_reached(table: Workflow) -> None:
    assert reached(table, NEW) == set(table.states)


@each_workflow
def test_every_state_can_end_and_no_end_goes_on(table: Workflow) -> None:
    assert [state for state in table.states if state not in ENDS and not reached(table, state) & ENDS] == []
    assert [state for state in ENDS if list(table.steps_from(state))] == []


@each_workflow
def test_a_way_between_two_states_is_written_once(table: Workflow) -> None:
    ways = [(left, step.to) for step in table.steps for left in step.leaves]
    assert len(ways) == len(set(ways))
    assert {state for way in ways for state in way} == {NEW, *table.states}


@each_workflow
def test_an_action_is_prepared_then_filed(table: Workflow) -> None:
    assert [step.to for step in table.steps_from(NEW)] == [PREPARING]
    assert FILED in {step.to for step in table.steps_from(PREPARING)}


def codes_of(table: Workflow) -> set[str]:
    """Every code of a limit that a workflow names."""
    of_steps = {code for step in table.steps for code in (*step.starts, *step.meets, *step.stops)}
    extended = {step.extends.code for step in table.steps if step.extends}
    return of_steps | extended | {code for each in table.subkinds for code in each.limits}


@each_workflow
def test_every_code_is_a_time_limit_that_starts_somewhere(table: Workflow) -> None:
    started = {code for step in table.steps for code in step.starts}
    assert codes_of(table) <= set(shipped().limit_codes)
    assert codes_of(table) == started


@each_workflow
def test_every_limit_of_a_subkind_can_start_and_be_kept_or_stopped(table: Workflow) -> None:
    done = {code for step in table.steps for code in (*step.meets, *step.stops)}
    assert {code for each in table.subkinds for code in each.limits} <= done


@each_workflow
def test_an_extension_is_one_that_the_law_has(table: Workflow) -> None:
    extensions = [step.extends for step in table.steps if step.extends]
    rows = {each.code: each for each in shipped().limits}
    assert [each for each in extensions if not 1 <= each.nth <= len(rows[each.code].also)] == []


@each_workflow
def test_what_a_step_asks_and_needs_is_known(table: Workflow) -> None:
    asked = {name for step in table.steps for name in (*step.asks, *step.needs)}
    assert asked <= set(FIELDS)
    assert {name for step in table.steps for name in step.needs} <= {*COLUMNS, "filed_on"}


@each_workflow
def test_the_agencies_of_a_workflow_are_in_the_network(table: Workflow) -> None:
    services = {table.service, *(step.at for step in table.steps if step.at)}
    assert services <= set(Atlas.shipped().services)


def test_only_the_closing_needs_what_may_come_late() -> None:
    assert {step.to for table in ALL for step in table.steps if step.needs} <= ENDS


def texts(thing: Any) -> Iterator[Both]:
    """Every text within a thing."""
    if isinstance(thing, Both):
        yield thing
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from texts(getattr(thing, each.name))
    elif isinstance(thing, dict):
        yield from texts(tuple(thing.values()))
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from texts(part)


def test_every_text_has_its_korean() -> None:
    ledger = (free_attorney.STAGE_TITLES, free_attorney.REFUSALS, free_attorney.ENDINGS, free_attorney.NATURES)
    rest = (offices.WHY_TITLES, offices.REASONS, answers.RESULTS, attorney_forms.KINDS)
    found = list(texts((ALL, FIELDS, ledger, rest)))
    assert len(found) > 150
    assert [each for each in found if not re.search("[가-힣]", each.ko) or not re.search("[A-Za-z]", each.en)] == []
    assert [each for each in found if re.search("[가-힣]", each.en)] == []


def test_every_column_that_is_asked_is_one() -> None:
    assert [name for name in COLUMNS if not hasattr(LegalAction, name)] == []


@pytest.mark.parametrize(("kind", "left", "to"), [("petition", FILED, "judged"), ("remedy", "closed", FILED)])
def test_a_step_that_is_not_in_the_table_is_none(kind: str, left: str, to: str) -> None:
    with pytest.raises(IllegalStep):
        workflow(kind).step(left, to)
