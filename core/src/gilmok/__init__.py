"""Gilmok (길목): case routing and casework for networks of labour support centres."""
