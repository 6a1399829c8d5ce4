"""What somebody is asked to agree to before a centre keeps anything of them beside a case, each by itself.

Personal Information Protection Act: the four points (article 15, paragraph 2), what is sensitive asked separately
(article 23). Handing over to an agency names that agency and is asked for each link (articles 17 and 23).
"""

from gilmok.ground.consent import ConsentText
from gilmok.ground.i18n import _marked as _

# How long a name is kept after the last thing that was written: a job is asked about for half a year, and a year's
# work is reported on, within a year. Then the purpose is fulfilled (article 21).
KEPT_DAYS = 365
IDENTITY = ConsentText(
    kind="identity", version="2026-11",
    title=_("Keeping name and contact for job support and welfare links"),
    purpose=_("Job guidance, telling you of openings, finding an agency that helps, and asking what came of it"),
    items=_("Name, phone, e-mail if you give one; what was discussed and agreed"),
    kept=_("One year after the last entry, then erased; at once if you ask for it"),
    refusal=_("You may refuse. You are advised all the same; the centre then cannot call you back."),
)
SENSITIVE = ConsentText(
    kind="sensitive", version="2026-11",
    title=_("Keeping sensitive facts for job support and welfare links"),
    purpose=_("Finding work or help that fits"),
    items=_("State of health, illness or injury, disability; membership of a union"),
    kept=_("One year after the last entry, then erased; at once if you ask for it"),
    refusal=_("You may refuse. These facts are then not written down and everything else stays the same."),
)
CONSENTS = {text.kind: text for text in (IDENTITY, SENSITIVE)}
