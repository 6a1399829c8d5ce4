"""The work of a module's desk in a case: its steps, ticked off, and what is asked there after the intake."""
