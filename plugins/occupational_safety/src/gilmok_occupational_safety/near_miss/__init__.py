"""Harm and near misses (아차사고): reported without a name, looked at by the hub, counted."""
