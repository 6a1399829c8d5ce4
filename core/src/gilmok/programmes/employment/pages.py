"""The pages of job support, put together."""

from gilmok.programmes.employment.guidance_views import blueprint as guidance
from gilmok.programmes.employment.number_views import blueprint as numbers
from gilmok.programmes.employment.opening_views import blueprint as openings
from gilmok.programmes.employment.opening_views import public
from gilmok.programmes.employment.placement_views import blueprint as placements
from gilmok.programmes.employment.views import blueprint as employment

for each in (guidance, placements, openings, numbers):
    employment.register_blueprint(each)
BLUEPRINTS = (employment, public)
