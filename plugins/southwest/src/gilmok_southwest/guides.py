"""Who comes to the desks: what they face and what helps them, with the sources."""

from gilmok.modules.api import Guide, _

GUIDES = (
    Guide(
        id="southwest.digital_desk_guide", target="southwest.digital_desk",
        faces=(
            _("When investment stops, wages stop; offices close and accounts are seized within weeks."),
            _("Inclusive wages, and customers' abuse in call centres."),
        ),
        helps=(
            _("Signs of closure: petition early, for the way to a substitute payment has time limits of its own."),
            _("Against abuse the employer has to prevent, interrupt and support; complaining must bring no harm."),
        ),
        sources=(
            _("Wage Claim Guarantee Act, art. 7; Decree, art. 7 and 9"),
            _("Occupational Safety and Health Act, art. 41"),
        ),
    ),
    Guide(
        id="southwest.rnd_desk_guide", target="southwest.rnd_desk",
        faces=(
            _("Contracts end with the project, year after year."),
            _("Bans on competing and on taking knowledge along are signed without anything in return."),
            _("Inventions made at work are taken over without a reward."),
        ),
        helps=(
            _("Ask for the contracts of all years, the project's period and who the funder is: exceptions to "
              "two years are narrow."),
            _("Do not sign what is put before you on the last day; ask for a copy and time."),
            _("An invention: when was it reported, who uses it, what does it bring; a first estimate of the reward."),
        ),
        sources=(
            _("Fixed-Term Employees Act, art. 4; Decree, art. 3, to be confirmed"),
            _("Invention Promotion Act, art. 15"),
        ),
    ),
)
