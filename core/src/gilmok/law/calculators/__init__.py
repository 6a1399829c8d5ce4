"""The sums of labour law: each a pure function over exact decimals, declared with its inputs, article and source."""
