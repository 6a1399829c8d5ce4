"""What the research desk works out: a first estimate of the reward for an invention made at work."""

from decimal import ROUND_HALF_UP, Decimal

from gilmok.modules.api import Calculator, Holds, Input, Law, Result, Step, Won, _

HUNDRED = Decimal(100)

PROFIT = _("Profit of the employer from holding the invention alone: %(profit)s.")
INVENTORS = _("Share of the inventors, beside that of the employer (%(employer)s percent): %(inventors)s percent.")
OWN = _("Own share among the inventors: %(own)s percent.")
REWARD = _("%(profit)s × %(inventors)s percent × %(own)s percent = %(reward)s.")
ESTIMATE = _("An estimate to talk about, not a figure of the law: what the shares are is disputed in each case.")


def invention_reward(_law: Law, *, profit: int, employer_share: Decimal, own_share: Decimal) -> Result:
    """The reward that follows from profit and shares, in won."""
    inventors = HUNDRED - employer_share
    reward = (Decimal(profit) * inventors / HUNDRED * own_share / HUNDRED).quantize(Decimal(1), ROUND_HALF_UP)
    return Result(value=reward, unit="won", answer=Step(ESTIMATE, {}), steps=(
        Step(PROFIT, {"profit": Won(Decimal(profit))}),
        Step(INVENTORS, {"employer": employer_share, "inventors": inventors}),
        Step(OWN, {"own": own_share}),
        Step(REWARD, {"profit": Won(Decimal(profit)), "inventors": inventors, "own": own_share,
                      "reward": Won(reward)}),
    ))


INVENTION_REWARD = Calculator(
    name="southwest.invention_reward", title=_("Reward for an invention made at work"), compute=invention_reward,
    basis_ko="발명진흥법 제15조", basis_en="Invention Promotion Act, art. 15",
    formula=_("Reward = profit from holding the invention alone × share of the inventors × own share"),
    under_five=_("The same below five employees."),
    inputs=(
        Input(name="profit", holds=Holds.WON, label=_("Profit of the employer from holding the invention alone"),
              hint=_("Licence fees, or sales × the profit that only the patent brings.")),
        Input(name="employer_share", holds=Holds.NUMBER, label=_("Share of the employer, in percent"), most=100,
              hint=_("What its money, equipment and preparation contributed. Often the larger part.")),
        Input(name="own_share", holds=Holds.NUMBER, label=_("Own share among the inventors, in percent"), most=100,
              needed=False, default=HUNDRED),
    ),
)
CALCULATORS = (INVENTION_REWARD,)
