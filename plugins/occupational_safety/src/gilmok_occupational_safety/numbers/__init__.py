"""Numbers for officials and the hubs: by region and quarter, none so small that somebody could be recognised."""
