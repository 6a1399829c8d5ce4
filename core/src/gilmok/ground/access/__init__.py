"""Who may do what: people, their roles, one page of policy, logging in."""
