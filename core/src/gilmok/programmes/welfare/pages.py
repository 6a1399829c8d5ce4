"""The pages of welfare links, put together."""

from gilmok.programmes.welfare.agency_views import blueprint as agencies
from gilmok.programmes.welfare.number_views import blueprint as numbers
from gilmok.programmes.welfare.views import blueprint as welfare

for each in (agencies, numbers):
    welfare.register_blueprint(each)
BLUEPRINTS = (welfare,)
