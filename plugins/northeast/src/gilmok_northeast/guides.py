"""Who comes to the desks: what they face and what helps them, with the sources."""

from gilmok.modules.api import Guide, _

GUIDES = (
    Guide(
        id="northeast.sewing_desk_guide", target="northeast.sewing_desk",
        faces=(
            _("Some eight of ten work by the piece: whether they are employees is disputed before anything else."),
            _("Wages are agreed by a price list, hours are written down nowhere, and the season leaves months "
              "without work."),
        ),
        helps=(
            _("Ask for what shows dependence: fixed hours, one shop alone, machines of the shop, orders and checks."),
            _("Reckon the month's pieces against the minimum wage."),
            _("Months without work: suspension pay from five employees on, unemployment benefit after an end."),
        ),
        sources=(
            _("Labour Standards Decree, art. 6 (2), no. 6"),
            _("Labour Standards Act, art. 2 (1), no. 1, and art. 46"),
            _("Newspaper reports on the sewing trade of Seoul; to be confirmed"),
        ),
    ),
    Guide(
        id="northeast.shoes_desk_guide", target="northeast.shoes_desk",
        faces=(
            _("Shoemakers are paid for a pair and registered as small owners; courts still held some of them to "
              "be employees."),
            _("Solvents such as benzene, toluene and hexane over years."),
        ),
        helps=(
            _("Ask for the price list, order sheets, rejections, hours, and how long at which workshop: "
              "severance pay hangs on it."),
            _("With symptoms: a doctor first, then the accident claim; the exposure is asked only with consent."),
        ),
        sources=(
            _("Seoul Central District Court 2014Gahap569412, Seoul High Court 2017Na2010952"),
            _("Severance Pay Act, art. 4 and 8"),
        ),
    ),
    Guide(
        id="northeast.arts_desk_guide", target="northeast.arts_desk",
        faces=(
            _("Work begins before a contract is signed; fees come late or not at all."),
            _("Fees lapse after one, three or ten years, by what the work was: heed the shortest."),
        ),
        helps=(
            _("Check whether the contract states the six things that the law wants in it."),
            _("Unfair acts of five kinds can be reported to the artists' ombudsman of the ministry."),
            _("Artists' employment insurance: nine of 24 months, contracts of small amounts can be added up."),
        ),
        sources=(
            _("Artist Welfare Act, art. 4-4"),
            _("Artists' Rights Act, art. 13 and 28"),
            _("Employment Insurance Act, art. 77-2; Civil Act, art. 162 to 164"),
        ),
    ),
)
