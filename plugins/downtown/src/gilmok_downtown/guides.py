"""Who comes to the desks: what they face and what helps them, with the sources."""

from gilmok.modules.api import Guide, _

GUIDES = (
    Guide(
        id="downtown.manufacturing_desk_guide", target="downtown.manufacturing_desk",
        faces=(
            _("Many are paid by the piece in a chain from client to subcontractor to pieceworker, often without "
              "a contract."),
            _("Shops are small: whether five people work there decides about overtime pay, dismissal and "
              "suspension pay."),
            _("Solvents, dust, noise and machines without guards, some of it in basements."),
        ),
        helps=(
            _("Count who worked on each day of the last month, part-timers and pieceworkers too."),
            _("Reckon the pay by the piece against the minimum wage, which holds in every shop."),
            _("Keep price lists, order sheets and messages: they show who gave the orders."),
        ),
        sources=(
            _("Labour Standards Decree, annexed table 1"),
            _("Labour Standards Decree, art. 6 (2), no. 6"),
        ),
    ),
    Guide(
        id="downtown.platform_desk_guide", target="downtown.platform_desk",
        faces=(
            _("The app decides: calls get fewer or an account is closed without a reason being given."),
            _("Fees are changed one-sidedly, settlements come late or are held back."),
            _("Accident and employment insurance have two different lists of jobs; being on one does not mean "
              "being on the other."),
        ),
        helps=(
            _("Save pictures of the app, call records and notices at once, before the account is closed."),
            _("After an accident on a call: the accident claim, for which working for one platform alone is no "
              "condition any more."),
        ),
        sources=(
            _("Industrial Accident Compensation Insurance Act, art. 91-15; Decree, art. 83-5"),
            _("Employment Insurance Act, art. 77-6; Decree, art. 104-11"),
        ),
    ),
)
