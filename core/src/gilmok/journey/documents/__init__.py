"""Documents from a case, checked before they are filed, and what is attached to a case as evidence."""
