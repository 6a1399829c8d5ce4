"""The rooms of reports: the jobs that a worker carries out."""

from gilmok.report.desks import jobs as desk_jobs

# Importing them is what makes them known to the worker.
JOBS = (desk_jobs,)
