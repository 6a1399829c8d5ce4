"""Keyed digests by which a company is found again; they say nothing of its name to who has not the key."""

from gilmok.modules.site import Vault
from gilmok_platform_freelance.reports.spelling import company_key


def name_mark(name: str, vault: Vault) -> bytes:
    """The digest of a company's name, whichever way it is spelt."""
    return vault.index("platform_freelance/company", company_key(name))


def number_mark(digits: str | None, vault: Vault) -> bytes | None:
    """The digest of a business number; None without one."""
    return vault.index("platform_freelance/business", digits) if digits else None
