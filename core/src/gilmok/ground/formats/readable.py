"""Letters and digits that nobody mistakes for one another on the phone, for numbers that are read out."""

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def spelt(raw: bytes, length: int) -> str:
    """The beginning of these bytes as so many of the letters; each letter takes a good byte's worth of them."""
    number, letters = int.from_bytes(raw), []
    for _place in range(length):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


def as_spelt(typed: str) -> str:
    """What was typed without spaces and dashes, in capitals: as `spelt` writes it."""
    return "".join(char for char in typed.upper() if char.isalnum())
