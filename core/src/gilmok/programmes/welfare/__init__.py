"""Links to the local welfare network: whom a centre sent where, with what consent, and what came of it."""
