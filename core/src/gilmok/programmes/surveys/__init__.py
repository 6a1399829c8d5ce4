"""Surveys (C4): questions, anonymous answers by link or on paper, results with small cells hidden, reports."""
