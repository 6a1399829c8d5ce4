"""What the forms of policy notes take."""

from collections.abc import Mapping
from typing import Any

from gilmok.ground.fields import Code, Errors, Form, FreeText, Line, Lines
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.projects.kinds import programmes
from gilmok.programmes.projects.partners import regions


class NoteForm(Form):
    """A policy note, but for its evidence."""

    needed = {
        "title": _("Please write a title."), "programme": _("Please choose the programme."),
        "issue": _("Please write what the problem is."), "proposal": _("Please write what is proposed."),
        "to_whom": _("Please write to whom it is proposed."),
    }
    title = Line(required=True, longest=100)
    programme = Code(programmes, required=True)
    region = Code(lambda: dict(regions()), load_default="")
    issue = FreeText(required=True, longest=10_000)
    proposal = FreeText(required=True, longest=10_000)
    to_whom = Line(required=True)


class EvidenceForm(Form):
    """A figure, and where it stands."""

    needed = {"figure": _("Please write the figure."), "source": _("Please write where the figure stands.")}
    figure = Line(required=True)
    source = Line(required=True)


class PublishForm(Form):
    """What is different from the version before."""

    change = Line(load_default="")


class ReplyForm(Form):
    """What came of a policy note."""

    needed = {"answer": _("Please write what was answered.")}
    answer = FreeText(required=True, longest=4000)


NOTE, PUBLISH, REPLY = NoteForm(), PublishForm(), ReplyForm()
EVIDENCE = Lines(form=EvidenceForm(), most=20, at_first=2)


def read_note(typed: Mapping[str, str]) -> tuple[dict[str, Any], Errors]:
    """A policy note with its evidence; and by field what is wrong."""
    values, errors = NOTE.read(typed)
    evidence, wrong = EVIDENCE.read(typed)
    return {**values, "evidence": evidence}, errors | wrong
