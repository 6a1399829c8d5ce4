"""How Korean dates, phones, amounts, names and numbers are typed, read and shown: pure functions, no web, no database.

`read_…` takes what a person typed and returns the value or raises `FormatError`, whose text says how to write it;
`say_…` shows a value; `mask_…` shows only as much of it as a list may.
"""
