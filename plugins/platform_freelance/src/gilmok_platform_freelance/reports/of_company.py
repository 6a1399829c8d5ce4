"""Reading what was reported of some companies."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from gilmok.modules.site import ViewerSession
from gilmok_platform_freelance.reports.models import Report
from gilmok_platform_freelance.reports.queries import MOST, here, kept


def reports_about(session: ViewerSession, companies: Sequence[UUID]) -> list[Report]:
    """The reports about these companies that are kept, the newest first."""
    about = select(Report).where(here(session, Report), kept(), Report.company_id.in_(companies))
    return list(session.scalars(about.order_by(Report.received_on.desc(), Report.number).limit(MOST)))
