"""Standard unit prices for freelancers (표준단가, H4e): collected, reviewed, published, compared."""
