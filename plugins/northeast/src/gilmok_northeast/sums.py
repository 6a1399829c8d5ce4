"""What the arts desk works out: whether an artist's written contract says what the law wants it to say."""

from decimal import Decimal

from gilmok.modules.api import Calculator, Holds, Input, Law, Result, Step, _

# Artist Welfare Act, art. 4-4: what a written contract on artistic work must state.
MUST_STATE = {
    "amount": _("The amount of the contract"),
    "period": _("Its period, renewal, change and end"),
    "rights": _("Rights and duties of both sides"),
    "work": _("Extent, hours and place of the work"),
    "profits": _("How profits are shared"),
    "disputes": _("How disputes are settled"),
}
MISSING = _("Missing: %(what)s.")
COMPLETE = _("The contract states all six.")
ASK = _("Ask for a written contract that states what is missing; the client has to give one.")


def artist_contract(_law: Law, **stated: bool) -> Result:
    """How many of the six things a contract does not state; the steps name them."""
    missing = [Step(MISSING, {"what": title}) for name, title in MUST_STATE.items() if not stated[name]]
    steps = tuple(missing) or (Step(COMPLETE, {}),)
    return Result(value=Decimal(len(missing)), unit="items", steps=steps, answer=Step(ASK, {}) if missing else steps[0])


ARTIST_CONTRACT = Calculator(
    name="northeast.artist_contract", title=_("Is the artist's contract complete?"), compute=artist_contract,
    basis_ko="예술인 복지법 제4조의4", basis_en="Artist Welfare Act, art. 4-4",
    formula=_("Missing = the things out of six that the written contract does not state"),
    under_five=_("The same below five employees."),
    inputs=tuple(Input(name=name, holds=Holds.YES_NO, label=title) for name, title in MUST_STATE.items()),
)
CALCULATORS = (ARTIST_CONTRACT,)
