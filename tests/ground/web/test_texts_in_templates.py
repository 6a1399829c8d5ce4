"""What `_` in a template makes of a text: as it was written, filled only where there is something to fill."""

import pytest
from flask import Flask, render_template_string


@pytest.mark.parametrize(("template", "said"), [
    ('{{ _("At least 90% of the pay") }}', "At least 90% of the pay"),
    ('{{ _("R&D") }}', "R&amp;D"),
    ('{{ _("For %(name)s", name="<b>") }}', "For &lt;b&gt;"),
    ('{{ _("R&D for %(name)s", name="<b>"|safe) }}', "R&amp;D for <b>"),
])
def test_a_text_is_filled_only_where_there_is_something_to_fill(parts: Flask, template: str, said: str) -> None:
    with parts.test_request_context():
        assert render_template_string(template) == said
