"""The rooms of the journey: what each brings to the web application, and the jobs that a worker carries out."""

from gilmok.journey.case.views import blueprint as cases
from gilmok.journey.clocks import jobs as clock_jobs
from gilmok.journey.clocks.views import blueprint as clocks
from gilmok.journey.counselling import jobs as counselling_jobs
from gilmok.journey.counselling.appointment_views import blueprint as appointments
from gilmok.journey.counselling.move_views import blueprint as moves
from gilmok.journey.counselling.status_views import blueprint as status
from gilmok.journey.counselling.task_views import blueprint as tasks
from gilmok.journey.counselling.views import blueprint as counselling
from gilmok.journey.desk_work.views import blueprint as desk_work
from gilmok.journey.documents import jobs as document_jobs
from gilmok.journey.documents.attaching import blueprint as attachments
from gilmok.journey.documents.form_places import blueprint as form_places
from gilmok.journey.documents.form_views import blueprint as forms
from gilmok.journey.documents.views import blueprint as documents
from gilmok.journey.finding.views import blueprint as finding
from gilmok.journey.intake import jobs as intake_jobs
from gilmok.journey.intake.outreach import blueprint as outreach
from gilmok.journey.intake.views import blueprint as intake
from gilmok.journey.legal_aid.views import blueprint as legal_aid
from gilmok.journey.referral.views import blueprint as referral
from gilmok.journey.requests import jobs as request_jobs
from gilmok.journey.requests.public_views import blueprint as asking
from gilmok.journey.requests.views import blueprint as requests
from gilmok.journey.routing import jobs as routing_jobs
from gilmok.journey.routing.views import blueprint as routing
from gilmok.journey.sums.views import blueprint as sums

BLUEPRINTS = (
    cases, intake, outreach, routing, clocks, sums, counselling, tasks, appointments, moves, status, desk_work,
    legal_aid, documents, attachments, forms, form_places, finding, asking, requests,
    referral,
)
# Importing them is what makes them known to the worker.
JOBS = (clock_jobs, counselling_jobs, document_jobs, intake_jobs, request_jobs, routing_jobs)
