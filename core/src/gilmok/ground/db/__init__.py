"""The database: engine, sessions that belong to one viewer, protection by row, migrations."""
