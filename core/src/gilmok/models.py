"""Every module of the core that has tables, in one place: importing it fills the metadata that migrations compare."""

from gilmok.ground import audit, floods, submissions
from gilmok.ground.access import models as access
from gilmok.journey.case import models as case
from gilmok.journey.clocks import models as clocks
from gilmok.journey.counselling import appointment_models as appointments
from gilmok.journey.counselling import models as counselling
from gilmok.journey.documents import form_models as forms
from gilmok.journey.documents import models as documents
from gilmok.journey.intake import models as intake
from gilmok.journey.legal_aid import models as legal_aid
from gilmok.journey.referral import models as referral
from gilmok.journey.requests import models as requests
from gilmok.journey.routing import models as routing
from gilmok.journey.sums import models as sums
from gilmok.law import models as law
from gilmok.modules import models as modules
from gilmok.network import models as network
from gilmok.programmes.employment import models as employment
from gilmok.programmes.gatherings import models as gatherings
from gilmok.programmes.gatherings import people_models as registrations
from gilmok.programmes.organising import models as organising
from gilmok.programmes.people import models as served
from gilmok.programmes.projects import models as projects
from gilmok.programmes.projects import note_models as policy_notes
from gilmok.programmes.surveys import models as surveys
from gilmok.programmes.welfare import models as welfare
from gilmok.report.desks import models as desk_counts

CORE_MODELS = (
    access, audit, floods, submissions, network, law, modules, case, clocks, counselling, appointments, documents,
    forms, intake, legal_aid, requests, routing, sums, gatherings, registrations, organising, projects, policy_notes,
    surveys, served, employment, welfare, referral, desk_counts,
)
