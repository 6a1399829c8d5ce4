"""Hangul documents (.hwpx): opened with care, looked through for places, filled. Nothing here knows a case."""
