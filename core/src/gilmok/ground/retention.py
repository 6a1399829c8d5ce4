"""How long what somebody told a centre is kept where no law says it: three years, the project's proposal.

Article 21 of the Personal Information Protection Act has destroyed without delay what is needed no longer, and says of
nothing how long it is needed; no statute says it of counselling. See docs/decisions/0020-what-modules-keep.md.
"""

from datetime import date

RECORDS_KEPT_YEARS = 3


def kept_since(on: date) -> date:
    """The first day of which records of counselling are still kept on a day, three years before it: the project's
    proposal, no rule of law. What came earlier is erased."""
    year = on.year - RECORDS_KEPT_YEARS
    try:
        return on.replace(year=year)
    except ValueError:  # the 29th of February
        return on.replace(year=year, day=28)
