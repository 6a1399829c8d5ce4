"""Sending the person of a case on to an agency of the local welfare network, and hearing back."""
