"""A worker comes to the desk: what is asked, what is agreed to, and the case that comes of it."""
