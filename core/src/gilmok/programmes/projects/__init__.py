"""Projects of several centres, campaigns, agenda items of their council, and policy notes."""
