"""Tax and legal experts for unfair harm (H4a): panel, matching, consultations, drafts of replies, numbers."""
