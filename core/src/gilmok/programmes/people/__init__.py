"""People whom a centre serves: counted once, whatever they come for; named only where they agreed, sealed."""
