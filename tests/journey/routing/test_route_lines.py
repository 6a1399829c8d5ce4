"""`gilmok route`: what goes in, what comes out, and what is wrong with a line."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from gilmok.journey.routing import commands
from gilmok.journey.routing.lines import dumps
from gilmok.journey.routing.reading import Reader
from gilmok.journey.routing.saying import told
from gilmok.journey.vocabulary import KNOWN_FACTS
from gilmok.network.atlas import Atlas

FULL = {"topics": ["unpaid_wages"], "workplace_district": "mapo", "home_district": "mapo", "industry": "retail",
        "employment_type": "regular"}
NUMBER = "900101-1234567"


def run(text, *options):
    """The exit status and the answers to these lines."""
    done = CliRunner().invoke(commands.route, ["-", "--on", "2026-11-22", *options], input=text)
    return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()]


def answer(facts, *options):
    """The answer to one case."""
    _status, (found,) = run(json.dumps(facts), *options)
    return found


def test_a_line_in_gives_a_line_out_with_everything_promised():
    found = answer({"id": "one", **FULL})
    assert list(found) == ["id", "status", "target", "module", "region", "centre", "reasons", "ask", "way"]
    assert (found["id"], found["status"], found["target"]) == ("one", "routed", "core.counselling")
    assert (found["region"], found["centre"]) == ("downtown", "mapo")


def test_reasons_are_korean_or_english():
    assert answer(FULL)["reasons"] == ["이 문제는 모든 센터에서 무료로 상담해 드립니다."]
    assert answer(FULL, "--lang", "en")["reasons"] == ["Every centre counsels on this problem, free of charge."]


def test_facts_may_stand_under_facts():
    assert answer({"id": 3, "facts": FULL})["target"] == "core.counselling"


@pytest.mark.parametrize("typed", ["250302", "2503\u200b02", "25. 3. 2.", "어제"])
def test_a_day_that_follows_from_the_day_of_receipt_is_read_anew_for_each(typed):
    received = date(2026, 1, 1), date(2024, 5, 1)
    kept = Reader(KNOWN_FACTS, Atlas.shipped())
    together = [kept.read({"event_date": typed}, today=day) for day in received]
    assert together == [Reader(KNOWN_FACTS, Atlas.shipped()).read({"event_date": typed}, today=day) for day in received]


def test_blank_lines_are_skipped_and_still_counted():
    status, found = run(f"\n{json.dumps(FULL)}\n   \n{{\n")
    assert (status, [each.get("id", each.get("line")) for each in found]) == (1, [2, 4])


def test_a_bad_line_is_said_in_its_place_and_the_run_goes_on():
    good = json.dumps({"id": "good", **FULL})
    status, found = run(f"{good}\nnot json\n[1]\n{good}\n")
    assert (status, [each["status"] for each in found]) == (1, ["routed", "error", "error", "routed"])
    assert [each["line"] for each in found[1:3]] == [2, 3]


def test_without_a_bad_line_the_status_is_0():
    assert run(json.dumps(FULL))[0] == 0


@pytest.mark.parametrize(("field", "value"), [
    ("topics", ["unpaid_wagez"]), ("topics", {"a": 1}), ("topics", [1]), ("industry", "sew"), ("industry", 5),
    ("industry", ["it"]), ("workplace_district", "busan-ish"), ("event_date", "2026-13-01"), ("event_date", 3.5),
    ("event_date", True), ("still_employed", "maybe"), ("still_employed", 1), ("anonymous", []), ("no_such_fact", 1),
    ("received_on", "soon"), ("id", ["x"]), ("topics", "unknown,unpaid_wages"), ("northeast.nothing", "x"),
])
def test_what_is_wrong_is_said_by_field(field, value):
    if value == []:
        assert answer({**FULL, field: value})["status"] == "routed"
        return
    found = answer({**FULL, field: value}, "--lang", "en")
    assert (found["status"], list(found["errors"])) == ("error", [field])
    assert found["errors"][field] in found["error"]


def test_every_wrong_field_of_a_line_is_named():
    found = answer({"topics": ["x"], "industry": "y", "event_date": "z"})
    assert list(found["errors"]) == ["topics", "industry", "event_date"]


@pytest.mark.parametrize("day", ["2026-03-02", "2026.3.2", "20260302", "2026년 3월 2일", "26-3-2"])
def test_days_are_read_in_any_usual_form(day):
    assert answer({**FULL, "event_date": day, "received_on": "2026-11-01"})["status"] == "routed"


@pytest.mark.parametrize("district", ["jungnang", "중랑구", "서울 중랑구", "Jungnang-gu"])
def test_districts_are_read_as_people_write_them(district):
    assert answer({**FULL, "workplace_district": district})["region"] == "northeast"


def test_unknown_and_refused_are_answers_to_everything():
    facts = dict.fromkeys(("topics", "industry", "employment_type", "event_date", "still_employed"), "unknown")
    found = answer({**facts, "workplace_district": "refused", "home_district": "unknown"})
    assert (found["status"], found["target"], found["ask"]) == ("routed", "core.counselling", [])
    assert found["centre"] == "labour_rights_centre"


def test_null_and_empty_are_no_answers():
    assert answer({**FULL, "industry": None, "employment_type": ""}) == answer(
        {name: value for name, value in FULL.items() if name not in ("industry", "employment_type")},
    )


@pytest.mark.parametrize("place", [
    {"id": NUMBER}, {"topics": [NUMBER]}, {"industry": f"it {NUMBER}"}, {NUMBER: "x"}, {"note": f"전화 {NUMBER}"},
    {"industry": {"deep": [NUMBER]}}, {"received_on": NUMBER}, {"facts": {"gender": NUMBER}}, {"id": 9001011234567},
])
def test_a_resident_registration_number_is_refused_and_never_repeated(place):
    done = CliRunner().invoke(commands.route, ["-"], input=json.dumps(place if "facts" in place else {**FULL, **place}))
    assert done.exit_code == 1
    assert "주민등록번호" in done.stdout or "received_on" in place
    assert "1234567" not in done.output


def test_the_day_of_a_line_decides_what_is_open_and_active():
    rider = {**FULL, "topics": ["discipline_dismissal"], "employment_type": "platform", "workplace_district": "gwanak"}
    early, late = answer({**rider, "received_on": "2020-06-01"}), answer({**rider, "received_on": "2026-06-01"})
    assert (early["module"], late["module"]) == ("core", "platform_freelance")


def test_another_activation_changes_where_cases_go(tmp_path: Path):
    rows = tmp_path / "pilots.toml"
    rows.write_text('[[activation]]\nmodule = "platform_freelance"\nregion = "downtown"\nstarts_on = 2026-01-01\n')
    rider = {**FULL, "topics": ["discipline_dismissal"], "employment_type": "platform"}
    assert answer(rider, "--activation", str(rows))["target"] == "platform_freelance.unfair_harm_desk"


def test_rows_of_an_activation_file_that_name_what_is_not_here_are_said(tmp_path: Path):
    rows = tmp_path / "activation.toml"
    rows.write_text('[[activation]]\nmodule = "downtown"\nregion = "northwest"\nstarts_on = 2026-01-01\n')
    done = CliRunner().invoke(commands.route, ["-", "--activation", str(rows)], input=json.dumps(FULL))
    assert (done.exit_code, done.stderr) == (0, "does not count: entry 1, region: There is no region northwest.\n")


def test_a_wrong_activation_file_is_said_before_any_line(tmp_path: Path):
    rows = tmp_path / "pilots.toml"
    rows.write_text("[[activation]]\nmodule = 1\n")
    done = CliRunner().invoke(commands.route, ["-", "--activation", str(rows)], input=json.dumps(FULL))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "region: is missing" in done.stderr


def test_explain_adds_every_rule_with_what_stopped_it():
    trace = answer(FULL, "--explain")["trace"]
    by_rule = {each["rule"]: each for each in trace["rules"]}
    assert by_rule["core.labour_problem"]["outcome"] == "yes"
    assert by_rule["core.danger"]["unmet"] == {"fact": "urgency", "test": "Is", "value": "danger", "was": "normal"}
    assert by_rule["northeast.sewing"]["outcome"] == "inactive"


def test_many_lines_over_several_processes_come_out_in_order(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(commands, "CHUNK", 4000)
    source = tmp_path / "cases.jsonl"
    source.write_text("".join(json.dumps({"id": number, **FULL}) + "\n" for number in range(300)) + "bad\n")
    one = CliRunner().invoke(commands.route, [str(source), "--processes", "1", "--on", "2026-11-22"])
    two = CliRunner().invoke(commands.route, [str(source), "--processes", "2", "--on", "2026-11-22"])
    assert one.stdout == two.stdout
    found = [json.loads(line) for line in two.stdout.splitlines()]
    assert [each["id"] for each in found[:-1]] == list(range(300))
    assert (found[-1]["line"], two.exit_code) == (301, 1)


def test_bytes_that_are_no_text_are_a_bad_line_and_no_crash():
    done = CliRunner().invoke(commands.route, ["-"], input=b'{"id": "\xff", "topics": ["\xff"]}\n\xff\xfe\n')
    assert done.exit_code == 1
    assert [json.loads(line)["line"] for line in done.stdout.splitlines()] == [1, 2]


def test_json_nested_without_end_is_a_bad_line():
    assert answer_text("[" * 100_000)["status"] == "error"
    assert answer_text('{"topics": ' + "[" * 900 + "]" * 900 + "}")["status"] == "error"


def answer_text(text):
    """The answer to one line as it stands."""
    _status, (found,) = run(text)
    return found


def test_the_pieces_that_lines_share_are_what_would_be_said_in_full():
    desk = commands.desk(commands.Wanted(commands.today(), None, "ko", False))
    facts = {**FULL, "employment_type": "platform", "topics": ("unfair_trade",)}
    for changes in ({}, {"workplace_district": "gwanak"}, {"industry": "arts"}, {"urgency": "soon"}):
        routed = desk.routed({**facts, **changes}, desk.on)
        assert "{" + desk.tail(routed) == dumps(told(routed, desk.words))
