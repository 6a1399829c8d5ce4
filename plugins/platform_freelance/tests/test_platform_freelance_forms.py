"""The forms of this module: what an empty field is told, which the list of errors above a form has to do without it."""

from itertools import chain

import pytest
from gilmok_platform_freelance.experts import schemas as experts
from gilmok_platform_freelance.prices import schemas as prices
from gilmok_platform_freelance.reports import schemas as reports

from gilmok.modules.site import Form

FORMS = [
    each for each in chain(*(vars(of).values() for of in (experts, prices, reports))) if isinstance(each, Form)
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: type(form).__name__)
def test_what_is_missing_is_named(form: Form) -> None:
    assert {name for name, field in form.fields.items() if field.required} - form.needed.keys() == set()
