"""Who gets in where: each address names its permission, and each role meets exactly what the policy says.

The table is written down on purpose: a view whose permission is taken away or loosened makes it red.
"""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from support.casework import browser_of
from support.house import STAFF, House, make_case
from werkzeug.routing import Rule

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.web.request import permission_of

NEEDED = {
    "access.choose_language": "public",
    "access.log_in_now": "public",
    "access.log_out": "logged_in",
    "access.login": "public",
    "asking.add": "public",
    "asking.ask": "public",
    "asking.form": "public",
    "asking.look": "public",
    "asking.state": "public",
    "attachments.add": "keep_attachments",
    "attachments.download": "keep_attachments",
    "attachments.picture": "keep_attachments",
    "attachments.remove": "remove_attachment",
    "attachments.removing": "remove_attachment",
    "appointments.begin": "counsel_case",
    "appointments.book": "counsel_case",
    "appointments.cancel": "counsel_case",
    "appointments.file": "counsel_case",
    "appointments.undo": "counsel_case",
    "appointments.week": "see_cases",
    "appointments.week_file": "see_cases",
    "beside": "logged_in",
    "cases.assign": "assign_case",
    "cases.assign_several": "see_cases",
    "cases.close": "close_case",
    "cases.closing": "close_case",
    "cases.history": "see_case",
    "cases.index": "see_cases",
    "cases.overview": "see_case",
    "cases.put_back": "put_back_case",
    "cases.reopen": "reopen_case",
    "cases.reveal": "reveal_person",
    "cases.search": "see_cases",
    "cases.take": "take_case",
    "cases.take_several": "see_cases",
    "clocks.enter": "keep_clocks",
    "clocks.index": "see_clocks",
    "clocks.mark": "keep_clocks",
    "clocks.take_back": "keep_clocks",
    "counselling.begin": "counsel_case",
    "counselling.draft": "counsel_case",
    "counselling.drop": "counsel_case",
    "counselling.keep": "counsel_case",
    "counselling.tab": "counsel_case",
    "counselling.talk": "counsel_case",
    "display.choices": "public",
    "display.choose": "public",
    "display.stay": "logged_in",
    "display.understood": "public",
    "documents.form": "make_documents",
    "documents.hangul": "make_documents",
    "documents.index": "make_documents",
    "documents.pdf": "make_documents",
    "documents.preview": "make_documents",
    "documents.save": "make_documents",
    "form_places.accept": "keep_forms",
    "form_places.show": "keep_forms",
    "form_places.trial": "keep_forms",
    "forms.index": "keep_forms",
    "forms.kind": "keep_forms",
    "forms.remove": "keep_forms",
    "forms.upload": "keep_forms",
    "attendance.page": "keep_registrations",
    "attendance.tick": "keep_registrations",
    "certificates.page": "keep_registrations",
    "certificates.pdf": "keep_registrations",
    "gathering_forms.begin": "see_gatherings",
    "gathering_forms.cancel": "keep_gathering",
    "gathering_forms.cancelling": "keep_gathering",
    "gathering_forms.edit": "keep_gathering",
    "gathering_forms.make": "see_gatherings",
    "gathering_forms.tell": "keep_gathering",
    "gathering_numbers.index": "see_gathering_numbers",
    "gatherings.feed": "see_gatherings",
    "gatherings.file": "keep_registrations",
    "gatherings.index": "see_gathering_numbers",
    "gatherings.page": "keep_registrations",
    "gatherings.people": "see_gatherings",
    "gatherings.publish": "keep_gathering",
    "outreach.begin": "keep_registrations",
    "platform_freelance_alerts.alert": "platform_freelance.keep_companies",
    "platform_freelance_alerts.set": "platform_freelance.set_threshold",
    "platform_freelance_alerts.step": "platform_freelance.keep_companies",
    "platform_freelance_alerts.threshold": "platform_freelance.see_monitoring",
    "platform_freelance_companies.company": "platform_freelance.keep_companies",
    "platform_freelance_companies.index": "platform_freelance.see_monitoring",
    "platform_freelance_companies.merge": "platform_freelance.keep_companies",
    "platform_freelance_companies.part": "platform_freelance.keep_companies",
    "platform_freelance_published.as_lines": "public",
    "platform_freelance_published.index": "public",
    "platform_freelance_published.report": "public",
    "platform_freelance_quarterly.index": "platform_freelance.see_monitoring",
    "platform_freelance_quarterly.names": "platform_freelance.name_companies",
    "platform_freelance_quarterly.new": "platform_freelance.enter_report",
    "platform_freelance_quarterly.publish": "platform_freelance.publish_quarterly",
    "platform_freelance_quarterly.report": "platform_freelance.publish_quarterly",
    "platform_freelance_quarterly.write": "platform_freelance.write_quarterly",
    "platform_freelance_report_entry.enter": "platform_freelance.enter_report",
    "platform_freelance_report_entry.entry": "platform_freelance.enter_report",
    "platform_freelance_report_entry.from_case": "platform_freelance.report_case",
    "platform_freelance_report_entry.of_case": "platform_freelance.report_case",
    "platform_freelance_report_form.form": "public",
    "platform_freelance_report_form.tell": "public",
    "platform_freelance_report_state.add": "public",
    "platform_freelance_report_state.look": "public",
    "platform_freelance_report_state.state": "public",
    "platform_freelance_reports.check": "platform_freelance.check_report",
    "platform_freelance_reports.index": "platform_freelance.see_monitoring",
    "platform_freelance_reports.report": "platform_freelance.check_report",
    "programmes.feed": "public",
    "programmes.file": "public",
    "programmes.index": "public",
    "programmes.page": "public",
    "programmes.register": "public",
    "registrations.begin": "keep_registrations",
    "registrations.cancel": "keep_registrations",
    "registrations.page": "keep_registrations",
    "registrations.register": "keep_registrations",
    "registrations.reveal": "keep_registrations",
    "slips.begin": "public",
    "slips.cancel": "public",
    "slips.look": "public",
    "employment.guidance.begin": "see_served",
    "employment.guidance.done": "keep_served",
    "employment.guidance.keep": "keep_served",
    "employment.guidance.meet": "see_served",
    "employment.guidance.session": "keep_served",
    "employment.index": "see_served_numbers",
    "employment.numbers.index": "see_served_numbers",
    "employment.openings.begin": "see_served",
    "employment.openings.close": "keep_served",
    "employment.openings.edit": "keep_served",
    "employment.openings.index": "see_served",
    "employment.openings.make": "see_served",
    "employment.openings.tell": "keep_served",
    "employment.person": "keep_served",
    "employment.placements.check": "keep_served",
    "employment.placements.choose": "keep_served",
    "employment.placements.move": "keep_served",
    "employment.placements.page": "keep_served",
    "employment.placements.propose": "keep_served",
    "employment.reveal": "keep_served",
    "employment.search": "see_served",
    "published_openings.listed": "public",
    "referral.begin": "keep_served",
    "referral.index": "keep_served",
    "referral.make": "keep_served",
    "welfare.agencies.add": "see_served",
    "welfare.agencies.begin": "see_served",
    "welfare.agencies.edit": "keep_served",
    "welfare.agencies.index": "see_served",
    "welfare.agencies.tell": "keep_served",
    "welfare.begin": "see_served",
    "welfare.hear": "keep_served",
    "welfare.index": "see_served_numbers",
    "welfare.make": "see_served",
    "welfare.numbers.index": "see_served_numbers",
    "welfare.page": "keep_served",
    "finding.find": "public",
    "finding.front": "public",
    "health.alive": "public",
    "health.ready": "public",
    "help": "logged_in",
    "home": "logged_in",
    "intake.answer": "answer_questions",
    "intake.begin": "take_in",
    "intake.drop": "take_in",
    "intake.go_on": "take_in",
    "intake.live": "take_in",
    "intake.questions": "answer_questions",
    "intake.send": "take_in",
    "law.calculators.calculator": "see_law",
    "law.days.holidays": "see_law",
    "law.days.say_of_day": "set_holidays",
    "law.figures": "see_law",
    "law.index": "see_law",
    "law.sizes": "see_law",
    "intake.send_on": "send_on_case",
    "legal_aid.action": "see_case",
    "legal_aid.begin": "work_on_action",
    "legal_aid.correct": "file_action",
    "legal_aid.correcting": "file_action",
    "legal_aid.details": "work_on_action",
    "legal_aid.fill_in": "work_on_action",
    "legal_aid.free_attorney.apply": "work_on_action",
    "legal_aid.free_attorney.index": "see_case",
    "legal_aid.free_attorney.move": "work_on_action",
    "legal_aid.index": "see_case",
    "legal_aid.new": "work_on_action",
    "legal_aid.step": "work_on_action",
    "legal_aid.take_step": "work_on_action",
    "modules.file": "see_modules",
    "modules.index": "see_modules",
    "modules.module": "see_modules",
    "modules.switching.apply": "switch_modules",
    "modules.switching.form": "switch_modules",
    "modules.switching.plan": "switch_modules",
    "modules.switching.resume": "suspend_modules",
    "modules.switching.suspend": "suspend_modules",
    "moves.begin": "counsel_case",
    "moves.move": "counsel_case",
    "network.centre": "see_network",
    "network.district": "see_network",
    "network.index": "see_network",
    "requests.end": "handle_request",
    "requests.index": "see_requests",
    "requests.noted": "counsel_case",
    "requests.show": "handle_request",
    "requests.take_in": "handle_request",
    "routing.audit": "see_case",
    "routing.decision": "see_case",
    "routing.override": "override_decision",
    "routing.sort": "sort_triage",
    "routing.triage": "see_cases",
    "static": "public",
    "sums.index": "see_sums",
    "sums.keep": "keep_sums",
    "status.keep": "counsel_case",
    "status.show": "counsel_case",
    "answering.answer": "public",
    "answering.sheet": "public",
    "answering.thanks": "public",
    "agenda.answer": "keep_project",
    "agenda.answering": "keep_project",
    "agenda.ask": "see_projects",
    "agenda.begin": "see_projects",
    "agenda.edit": "keep_project",
    "agenda.position": "give_position",
    "agenda.say": "give_position",
    "agenda.tell": "keep_project",
    "policy_notes.adopt": "keep_project",
    "policy_notes.answer": "keep_project",
    "policy_notes.begin": "see_projects",
    "policy_notes.edit": "keep_project",
    "policy_notes.page": "keep_project",
    "policy_notes.publish": "keep_project",
    "policy_notes.rewrite": "keep_project",
    "policy_notes.write": "see_projects",
    "project_actions.add": "act_in_project",
    "project_actions.begin": "act_in_project",
    "project_actions.edit": "keep_project",
    "project_actions.tell": "keep_project",
    "project_forms.begin": "see_projects",
    "project_forms.edit": "keep_project",
    "project_forms.link": "keep_project",
    "project_forms.linking": "keep_project",
    "project_forms.make": "see_projects",
    "project_forms.measure": "keep_project",
    "project_forms.measuring": "keep_project",
    "project_forms.tell": "keep_project",
    "project_numbers.file": "see_projects",
    "project_numbers.index": "see_projects",
    "project_pages.index": "public",
    "project_pages.note": "public",
    "project_pages.page": "public",
    "projects.file": "see_projects",
    "projects.index": "see_projects",
    "projects.page": "see_projects",
    "projects.publish": "keep_project",
    "projects.withdraw": "keep_project",
    "platform_freelance_price_case.compare": "platform_freelance.compare_price",
    "platform_freelance_price_case.count": "platform_freelance.compare_price",
    "platform_freelance_price_desk.add": "platform_freelance.collect_prices",
    "platform_freelance_price_desk.index": "platform_freelance.collect_prices",
    "platform_freelance_price_desk.take_back": "platform_freelance.withdraw_price",
    "platform_freelance_price_import.empty": "platform_freelance.import_prices",
    "platform_freelance_price_import.send": "platform_freelance.import_prices",
    "platform_freelance_price_import.show": "platform_freelance.import_prices",
    "platform_freelance_price_kinds.edit": "platform_freelance.keep_price_kinds",
    "platform_freelance_price_kinds.index": "platform_freelance.keep_price_kinds",
    "platform_freelance_price_kinds.new": "platform_freelance.keep_price_kinds",
    "platform_freelance_price_releases.compute": "platform_freelance.publish_prices",
    "platform_freelance_price_releases.index": "platform_freelance.see_price_releases",
    "platform_freelance_price_releases.publish": "platform_freelance.publish_prices",
    "platform_freelance_price_releases.release": "platform_freelance.see_price_releases",
    "platform_freelance_price_releases.review": "platform_freelance.review_prices",
    "platform_freelance_price_releases.withdraw": "platform_freelance.publish_prices",
    "platform_freelance_prices.as_data": "public",
    "platform_freelance_prices.as_lines": "public",
    "platform_freelance_prices.index": "public",
    "platform_freelance_prices.log": "public",
    "platform_freelance_prices.one": "public",
    "published.as_data": "public",
    "published.as_lines": "public",
    "published.index": "public",
    "published.report": "public",
    "surveys.edit": "keep_survey",
    "surveys.index": "make_surveys",
    "surveys.new": "make_surveys",
    "surveys.paper.empty": "keep_survey",
    "surveys.paper.typed_in": "keep_survey",
    "surveys.paper.typing": "keep_survey",
    "surveys.questions.edit": "keep_survey",
    "surveys.questions.move": "keep_survey",
    "surveys.questions.new": "keep_survey",
    "surveys.report.send": "keep_survey",
    "surveys.report.write": "keep_survey",
    "surveys.results.results": "keep_survey",
    "surveys.results.texts": "keep_survey",
    "surveys.steps.close_now": "keep_survey",
    "surveys.steps.codes": "keep_survey",
    "surveys.steps.copy": "keep_survey",
    "surveys.steps.open_now": "keep_survey",
    "surveys.survey": "keep_survey",
    "tasks.add": "counsel_case",
    "tasks.change": "counsel_case",
    "tasks.done": "counsel_case",
    "tasks.follow_up": "counsel_case",
    "tasks.index": "see_cases",
    "tasks.task": "counsel_case",
    "tasks.undo": "counsel_case",
    "union_forms.begin": "see_foundings",
    "union_forms.call": "keep_founding",
    "union_forms.edit": "keep_founding",
    "union_forms.erase_contact": "keep_founding",
    "union_forms.keep_contact": "keep_founding",
    "union_forms.make": "see_foundings",
    "union_forms.tell": "keep_founding",
    "union_numbers.index": "see_founding_numbers",
    "union_papers.page": "keep_founding",
    "union_papers.pdf": "keep_founding",
    "union_steps.end_practice": "keep_founding",
    "union_steps.move": "keep_founding",
    "union_steps.moving": "keep_founding",
    "union_steps.note_practice": "keep_founding",
    "union_steps.note_talk": "keep_founding",
    "union_steps.tick": "keep_founding",
    "unions.index": "see_founding_numbers",
    "unions.page": "keep_founding",
    "unions.reveal": "keep_founding",
}
ANY = {
    "number": "GWAN-26-AAAAAA", "key": "00000000-0000-4000-8000-000000000000", "code": "gwanak", "module": "northeast",
    "name": "overwork",
    "action": "1", "event": "1", "to": "filed", "use": "1", "version": "1",
    "registration": "00000000-0000-4000-8000-000000000000", "session": "1", "agency": "seoul_comwel",
}


def rules_of(app: Flask) -> Iterator[Rule]:
    """Every address of the application but those of files."""
    return (rule for rule in app.url_map.iter_rules() if rule.endpoint != "static")


def address(app: Flask, rule: Rule, **values: str) -> str:
    """An address of this rule, filled with `values` or with something of the right kind."""
    with app.test_request_context():
        return app.url_for(rule.endpoint, **{name: {**ANY, **values}[name] for name in rule.arguments})


def lasting(page: str, number: str) -> str:
    """A page without the case's number and the tokens of its forms, which carry the time."""
    return re.sub(r"[\w.-]{60,}", "", page).replace(number, "")


def test_every_view_names_its_permission(app: Flask) -> None:
    found = {rule.endpoint: permission_of(app.view_functions[rule.endpoint]) for rule in rules_of(app)}
    assert {endpoint: getattr(needed, "id", needed) for endpoint, needed in found.items()} == {
        endpoint: needed for endpoint, needed in NEEDED.items() if endpoint != "static"
    }


def test_a_view_that_names_none_answers_nobody(app: Flask, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.view_functions, "network.index", lambda: "open to all")
    assert browser_of(app, house, "senteojang").get("/network/").status == 403


@pytest.mark.parametrize("login", STAFF)
def test_each_role_meets_what_the_policy_says(app: Flask, house: House, login: str) -> None:
    person, client = house.people[login], browser_of(app, house, login).client
    for rule in rules_of(app):
        view = app.view_functions[rule.endpoint]
        permission = permission_of(view)
        if getattr(view, "has_subject", False) or permission in {None, Permission.PUBLIC}:
            continue
        for method in rule.methods & {"GET", "POST"}:
            status = client.open(address(app, rule), method=method).status_code
            # A post without its token is refused before anything else is asked.
            page = {200, 302, 303, 404} if may(person, permission) else {403}
            expected = {400} if method == "POST" else page
            assert status in expected, (login, rule.endpoint, status)


@pytest.mark.parametrize("login", STAFF)
def test_another_centres_case_and_one_that_does_not_exist_are_told_apart_by_nothing(
    app: Flask, house: House, login: str
) -> None:
    owner = "sangdam" if house.people[login].centre_id != "gwanak" else "jungnang"
    number = make_case(house, owner).number
    client = browser_of(app, house, login).client
    for rule in rules_of(app):
        if "number" in rule.arguments and "GET" in rule.methods:
            foreign = client.get(address(app, rule, number=number))
            missing = client.get(address(app, rule))
            assert foreign.status_code == missing.status_code == 404, rule.endpoint
            assert lasting(foreign.text, number) == lasting(missing.text, ANY["number"]), rule.endpoint


def test_without_a_login_every_page_leads_to_it(app: Flask) -> None:
    client = app.test_client()
    for rule in rules_of(app):
        if permission_of(app.view_functions[rule.endpoint]) is not Permission.PUBLIC and "GET" in rule.methods:
            answer = client.get(address(app, rule))
            assert (answer.status_code, answer.location.split("?")[0]) == (303, "/login"), rule.endpoint
