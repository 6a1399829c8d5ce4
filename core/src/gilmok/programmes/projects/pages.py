"""The pages of projects, put together."""

from gilmok.programmes.projects.action_views import blueprint as actions
from gilmok.programmes.projects.agenda_views import blueprint as agenda
from gilmok.programmes.projects.form_views import blueprint as forms
from gilmok.programmes.projects.note_views import blueprint as notes
from gilmok.programmes.projects.number_views import blueprint as numbers
from gilmok.programmes.projects.public_views import blueprint as published
from gilmok.programmes.projects.views import blueprint as projects

BLUEPRINTS = (projects, forms, actions, agenda, notes, numbers, published)
