"""The rooms of the programmes: what each brings to the web application, and the jobs that a worker carries out."""

from gilmok.programmes import forgetting
from gilmok.programmes.employment import pages as employment
from gilmok.programmes.erasing.views import blueprint as erasing
from gilmok.programmes.gatherings import calendar as sessions
from gilmok.programmes.gatherings import jobs as gathering_jobs
from gilmok.programmes.gatherings.attendance_views import blueprint as attendance
from gilmok.programmes.gatherings.certificate_views import blueprint as certificates
from gilmok.programmes.gatherings.desk_views import blueprint as registrations
from gilmok.programmes.gatherings.form_views import blueprint as gathering_forms
from gilmok.programmes.gatherings.number_views import blueprint as gathering_numbers
from gilmok.programmes.gatherings.public_views import blueprint as announced
from gilmok.programmes.gatherings.slip_views import blueprint as slips
from gilmok.programmes.gatherings.views import blueprint as gatherings
from gilmok.programmes.organising import jobs as organising_jobs
from gilmok.programmes.organising import pages as organising
from gilmok.programmes.people.pages import blueprint as people
from gilmok.programmes.projects import calendar as project_days
from gilmok.programmes.projects import pages as projects
from gilmok.programmes.surveys import pages as surveys
from gilmok.programmes.welfare import pages as welfare

BLUEPRINTS = (
    gatherings, gathering_forms, registrations, attendance, certificates, gathering_numbers, announced, slips,
    *surveys.BLUEPRINTS, *organising.BLUEPRINTS, *employment.BLUEPRINTS, *welfare.BLUEPRINTS, people, erasing,
    *projects.BLUEPRINTS,
)
# Importing them is what makes them known to the worker.
JOBS = (gathering_jobs, organising_jobs, forgetting)
# What each brings to the one calendar.
CALENDAR = (sessions.SOURCE, project_days.SOURCE)
