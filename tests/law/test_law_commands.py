"""`gilmok limit` and `gilmok law check`, as they are typed."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gilmok.cli import gilmok
from gilmok.law.shipped import shipped


def typed(*words: str) -> Result:
    """What the command prints."""
    return CliRunner().invoke(gilmok, words)


def limit(*words: str) -> Any:
    """The JSON that `gilmok limit` prints."""
    return json.loads(typed("limit", *words, "--json").output)


def test_a_limit_is_one_json_object() -> None:
    found = limit("UD_RELIEF", "2025-11-30")
    assert (found["safe_date"], found["last_date"]) == ("2026-02-28", "2026-03-03")
    assert found["basis"] == "근로기준법 제28조 제2항"
    assert len(found["steps"]) == 3


@pytest.mark.parametrize("code", shipped().limit_codes)
def test_every_code_answers_in_both_languages_and_as_text(code: str) -> None:
    for language in ("ko", "en"):
        found = limit(code, "2026-10-20", "--lang", language) if code != "CRIM_WAGE_OLD" else limit(code, "2026-10-01")
        assert found["code"] == code
        assert found["basis"]
    assert code in typed("limit", code, "2026-10-01" if code == "CRIM_WAGE_OLD" else "2026-10-20").output


def test_the_day_may_be_typed_in_any_usual_form() -> None:
    assert limit("ud_relief", "2025년 11월 30일")["safe_date"] == "2026-02-28"


@pytest.mark.parametrize(("words", "status", "said"), [
    (("UD_RELIEVED", "2026-01-01"), 2, "no time limit 'UD_RELIEVED'"),
    (("UD_RELIEF", "2026-02-30"), 2, "no such day"),
    (("CRIM_WAGE_NEW", "2020-01-01"), 1, "see CRIM_WAGE_OLD"),
])
def test_what_cannot_be_computed_says_why(words: tuple[str, ...], status: int, said: str) -> None:
    found = typed("limit", *words)
    assert found.exit_code == status
    assert said in found.output


def test_the_codes_are_listed_with_their_names() -> None:
    assert len(typed("limit", "--list").output.splitlines()) == len(shipped().limit_codes)


def test_a_check_names_what_ends_soon_and_what_is_pending() -> None:
    found = typed("law", "check", "--on", "2026-11-25", "--lang", "en").output
    ends = "2027-01-01  Minimum wage (hour) (minimum_wage): ends on 1 January 2027 (Fri); what follows is there"
    assert ends in found
    assert "Cap of job-seeking benefit in 2027: proposed" in found


def test_a_check_of_a_later_day_says_that_nothing_follows_yet() -> None:
    assert "nothing follows yet" in typed("law", "check", "--on", "2027-11-25", "--lang", "en").output


def test_what_nobody_has_verified_is_listed_when_asked_for() -> None:
    assert "FREELANCE_FEE" not in typed("law", "check", "--on", "2026-11-25").output
    assert "FREELANCE_FEE" in typed("law", "check", "--on", "2026-11-25", "--unverified").output
