"""Somebody asks for help online: a form without a login, and a counsellor who checks it and takes it in."""
