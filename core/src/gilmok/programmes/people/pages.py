"""What the rooms show of people in common: fields of forms; no page of its own."""

from flask import Blueprint

blueprint = Blueprint("people", __name__, template_folder="templates")
