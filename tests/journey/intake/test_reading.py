"""What a form says, read question by question."""

from datetime import date

from gilmok.journey.intake.reading import read, read_further
from gilmok.modules.api import IntakeField, Kind, Option

DAMAGE = IntakeField(
    id="tests.damage", kind=Kind.CODES, label="Damage", options=(Option(code="dust", title="Dust"),
                                                                  Option(code="noise", title="Noise")),
)
TYPED = {"topics.main": ["industrial_accident"], "tests.damage": ["dust", "noise"]}


def test_every_answer_to_a_question_of_a_module_is_kept() -> None:
    reading = read_further(read(TYPED, today=date(2026, 3, 2)), TYPED, (DAMAGE,))
    assert reading.facts["tests.damage"] == ("dust", "noise")
    assert reading.facts["topics"] == ("industrial_accident",)
