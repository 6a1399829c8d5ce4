"""Monitoring of unfair treatment (H4b): reports without names, patterns, alerts, a quarterly report."""
