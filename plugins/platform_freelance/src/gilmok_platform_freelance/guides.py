"""Who comes to the desks: what they face and what helps them, with the sources."""

from gilmok.modules.api import Guide, _

GUIDES = (
    Guide(
        id="platform_freelance.unfair_harm_desk_guide", target="platform_freelance.unfair_harm_desk",
        faces=(
            _("Nobody pays: fees without employment are no wages, and the labour office does not take the petition."),
            _("Terms are the client's: changes without pay, all rights handed over, ended at any time."),
            _("Tax withheld at 3.3 per cent and asked back in May."),
        ),
        helps=(
            _("Look first whether it was employment after all: then wages, severance pay and the labour office "
              "are open."),
            _("Seoul Freelance On: contracts and payment secured by the city, and counselling on disputes."),
            _("A demand letter stops the clock only if a suit follows within six months."),
        ),
        sources=(
            _("Labour Standards Act, art. 2 (1), no. 1"),
            _("Civil Act, art. 162 to 164 and 174"),
            _("The city's announcement of Seoul Freelance On of 10 February 2026"),
        ),
    ),
    Guide(
        id="platform_freelance.monitoring_guide", target="platform_freelance.monitoring",
        faces=(
            _("One person's harm looks small; the same client does it to many."),
            _("Who complains is afraid of getting no work any more."),
        ),
        helps=(
            _("Write down client, kind and day in the same words each time: patterns are seen only so."),
            _("A report can be made without a name; help for oneself is a case of its own."),
        ),
        sources=(
            _("The city's table of programmes, row H4 (b)"),
        ),
    ),
)
