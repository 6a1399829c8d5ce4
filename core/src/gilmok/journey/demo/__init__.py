"""Made-up staff and cases, so that a newcomer sees a working network. Nobody in it exists, and it looks it."""
