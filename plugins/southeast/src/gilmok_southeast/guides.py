"""Who comes to the desks: what they face and what helps them, with the sources."""

from gilmok.modules.api import Guide, _

GUIDES = (
    Guide(
        id="southeast.it_desk_guide", target="southeast.it_desk",
        faces=(
            _("An inclusive wage hides overtime; before a release weeks grow beyond 52 hours."),
            _("At the client's office it is the client who gives the orders: that may be illegal dispatch."),
            _("Freelancers wait for the fee of what they delivered."),
        ),
        helps=(
            _("Collect logs before access ends: attendance, commits, messages, door records."),
            _("Compute the overtime of the log against what was paid as fixed overtime."),
            _("Long weeks and symptoms: the overwork screening over twelve weeks."),
        ),
        sources=(
            _("Labour Standards Act, art. 53 and 56; Supreme Court 2008Da6052, to be confirmed"),
            _("Notice 2026-14 of the Ministry of Employment and Labour"),
        ),
    ),
    Guide(
        id="southeast.transport_desk_guide", target="southeast.transport_desk",
        faces=(
            _("Who owns the truck carries its costs; deductions for fuel and fees eat the rate."),
            _("Safe rates hold for containers and cement alone, from 2026 to 2028."),
            _("Long hours at night; accidents on the road."),
        ),
        helps=(
            _("Compare what was paid with the published safe rate of the trip."),
            _("Accident cover as a worker without employment: parcel, courier, designated driving, lorry owners "
              "are on the list."),
        ),
        sources=(
            _("Trucking Transport Business Act, safe rates; the article is to be confirmed"),
            _("Industrial Accident Compensation Insurance Decree, art. 83-5"),
        ),
    ),
)
