"""Support in founding a union (C3): a founding, its steps and stages, its papers and its time limits."""
