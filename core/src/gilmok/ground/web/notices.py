"""The words of the error pages: what happened, and what to do."""

from dataclasses import dataclass

from gilmok.ground.i18n import _marked as _


@dataclass(frozen=True)
class Notice:
    """The words of an error page."""

    title: str
    happened: str
    advice: str


NOTICES: dict[int, Notice] = {
    400: Notice(
        _("This request cannot be understood"),
        _("The form is too old or was changed on the way, so nothing was saved."),
        _("Go back, load the page again and send it once more."),
    ),
    403: Notice(
        _("You may not do this"),
        _("Your role does not allow this page or this action."),
        _("If your work needs it, ask the manager of your centre."),
    ),
    404: Notice(
        _("There is no such page"),
        _("There is nothing at this address that you may see."),
        _("Check the case number or the address, or start again from the first page."),
    ),
    405: Notice(
        _("This does not work here"),
        _("This address does not do what was asked of it."),
        _("Go back and use the buttons of the page."),
    ),
    409: Notice(
        _("This cannot be done as things are now"),
        _("What you worked on has changed in the meantime, so nothing was overwritten."),
        _("Go back, load the page again, look at how things are now and decide again."),
    ),
    413: Notice(
        _("This is too large"),
        _("What was sent is larger than Gilmok accepts."),
        _("Send a smaller file, or shorten the text and keep the rest as a second note."),
    ),
    422: Notice(
        _("Please check what was entered"),
        _("Something that was entered cannot be used as it is."),
        _("Go back, correct it and send it again."),
    ),
    429: Notice(
        _("Too many tries"),
        _("Too many requests came in a short time."),
        _("Wait a minute and try again."),
    ),
    500: Notice(
        _("Something went wrong"),
        _("This is a fault of Gilmok. It was noted, and nothing was half done."),
        _("Try again. If it happens again, tell your operator the time and what you did."),
    ),
    503: Notice(
        _("Gilmok is not available right now"),
        _("The database does not answer, or Gilmok is just being restarted. Nothing was half done."),
        _("Try again in a few seconds. What you typed is still in the form if you go back."),
    ),
}
