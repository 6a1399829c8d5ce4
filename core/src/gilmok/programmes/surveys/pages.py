"""The pages of surveys, put together."""

from gilmok.programmes.surveys.paper_views import blueprint as paper
from gilmok.programmes.surveys.public_views import blueprint as answering
from gilmok.programmes.surveys.published_views import blueprint as published
from gilmok.programmes.surveys.question_views import blueprint as questions
from gilmok.programmes.surveys.report_views import blueprint as report
from gilmok.programmes.surveys.result_views import blueprint as results
from gilmok.programmes.surveys.steps import blueprint as steps
from gilmok.programmes.surveys.views import blueprint as surveys

for each in (steps, questions, paper, results, report):
    surveys.register_blueprint(each)
BLUEPRINTS = (surveys, answering, published)
