"""What all stages share: the case itself, who may see it, the table of stages, its history."""
