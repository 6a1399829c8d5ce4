"""The pages of foundings, put together."""

from gilmok.programmes.organising.form_views import blueprint as forms
from gilmok.programmes.organising.number_views import blueprint as numbers
from gilmok.programmes.organising.paper_views import blueprint as papers
from gilmok.programmes.organising.step_views import blueprint as steps
from gilmok.programmes.organising.views import blueprint as unions

BLUEPRINTS = (unions, forms, steps, papers, numbers)
