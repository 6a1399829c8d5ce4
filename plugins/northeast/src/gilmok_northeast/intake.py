"""What an intake asks of workers in sewing, handmade shoes and the arts; each question settles something in law."""

from gilmok.modules.api import All, AnyOf, Has, IntakeField, Kind, Option, _
from gilmok_northeast.rules import ARTISTS_ELSEWHERE, ARTS, SEWING, SHOES

IN_THE_ARTS = AnyOf(ARTS, ARTISTS_ELSEWHERE)
HARM = AnyOf(Has("topics", "industrial_accident"), Has("topics", "safety_health"))
MONEY = AnyOf(Has("topics", "unpaid_wages"), Has("topics", "unfair_trade"))

TAX_FORMS = (
    Option(code="insured", title=_("Wages, with the four insurances")),
    Option(code="business_income", title=_("Business income, 3.3 per cent withheld")),
    Option(code="registered", title=_("Own business registration")),
    Option(code="cash", title=_("Cash, without any record")),
)

SEWING_FIELDS = (
    IntakeField(
        id="northeast.sewing_worker_kind", kind=Kind.CODE, ask_when=SEWING,
        label=_("Work in the sewing shop"),
        hint=_("Ask what the others in the shop call this work."),
        options=(
            Option(code="piece_sewer", title=_("Pieceworker")),
            Option(code="machinist", title=_("Machinist on wages")),
            Option(code="cutter", title=_("Cutter")),
            Option(code="assistant", title=_("Helper at the machines")),
            Option(code="small_owner", title=_("Small owner inside the shop")),
        ),
    ),
    IntakeField(
        id="northeast.sewing_piece_table", kind=Kind.TEXT, ask_when=SEWING,
        label=_("Piece rates"),
        hint=_("Read out the list of rates, or the last three kinds of piece with their rate; photographs can follow."),
    ),
    IntakeField(
        id="northeast.sewing_pieces_a_month", kind=Kind.NUMBER, unit=_("pieces a month"), ask_when=All(SEWING, MONEY),
        label=_("Pieces in an ordinary month"),
        hint=_("From the work book or the delivery notes; a careful guess is fine."),
    ),
    IntakeField(
        id="northeast.sewing_hours", kind=Kind.NUMBER, unit=_("hours a week"), ask_when=SEWING,
        label=_("Hours really worked"),
        hint=_("Piece pay divided by these hours shows whether the minimum wage was paid (Enforcement Decree of the "
               "Labour Standards Act, article 6 (2) 6)."),
    ),
    IntakeField(
        id="northeast.sewing_tax_form", kind=Kind.CODE, ask_when=SEWING, options=TAX_FORMS,
        label=_("How the pay is declared"),
        hint=_("3.3 per cent or a registration of one's own does not settle it: whose orders one follows does."),
    ),
    IntakeField(
        id="northeast.sewing_one_shop_only", kind=Kind.BOOL, ask_when=SEWING,
        label=_("Working for this shop alone?"),
        hint=_("Also yes if work from elsewhere is allowed in word, but there is never time for it."),
    ),
    IntakeField(
        id="northeast.sewing_tools_of", kind=Kind.CODE, ask_when=SEWING,
        label=_("Whose are machine and thread?"),
        hint=_("Bringing one's own scissors does not count."),
        options=(
            Option(code="shop", title=_("The shop's")),
            Option(code="own", title=_("One's own")),
            Option(code="both", title=_("Some of each")),
        ),
    ),
    IntakeField(
        id="northeast.sewing_idle_months", kind=Kind.NUMBER, unit=_("months a year"), ask_when=SEWING,
        label=_("Months without work"),
        hint=_("Slack seasons matter for the allowance for suspended work and for unemployment benefit."),
    ),
    IntakeField(
        id="northeast.sewing_home_work", kind=Kind.BOOL, ask_when=SEWING,
        label=_("Is the work taken home?"),
        hint=_("Yes if it is done at home always or mostly."),
    ),
    IntakeField(
        id="northeast.sewing_ventilation", kind=Kind.BOOL, ask_when=All(SEWING, HARM),
        label=_("Is dust drawn off?"),
        hint=_("A fan in the window alone counts as no."),
    ),
)

SHOE_FIELDS = (
    IntakeField(
        id="northeast.shoes_process", kind=Kind.CODE, ask_when=SHOES,
        label=_("Step of the shoe"),
        hint=_("Uppers and soles have rates of their own."),
        options=(
            Option(code="upper", title=_("Uppers")),
            Option(code="sole", title=_("Soles")),
            Option(code="cutting", title=_("Cutting")),
            Option(code="finishing", title=_("Finishing")),
        ),
    ),
    IntakeField(
        id="northeast.shoes_chain", kind=Kind.TEXT, ask_when=SHOES,
        label=_("Brand and factories in between"),
        hint=_("The brand on the box, and who gives the orders and rejects pairs."),
    ),
    IntakeField(
        id="northeast.shoes_pair_rate", kind=Kind.WON, unit=_("won a pair"), ask_when=SHOES,
        label=_("Rate for a pair"),
        hint=_("From the list of rates; the commonest model is enough."),
    ),
    IntakeField(
        id="northeast.shoes_pairs_a_day", kind=Kind.NUMBER, unit=_("pairs a day"), ask_when=SHOES,
        label=_("Pairs on an ordinary day"),
    ),
    IntakeField(
        id="northeast.shoes_small_owner", kind=Kind.BOOL, ask_when=SHOES,
        label=_("Registered as a small owner?"),
        hint=_("Many were told to register to keep the work. Courts have found such shoemakers to be employees, with "
               "severance pay."),
    ),
    IntakeField(
        id="northeast.shoes_orders", kind=Kind.CODES, ask_when=SHOES,
        label=_("Signs of working under orders"),
        hint=_("Ask whether papers or messages of these exist."),
        options=(
            Option(code="work_orders", title=_("Work orders")),
            Option(code="rejected_pairs", title=_("Pairs rejected at inspection")),
            Option(code="fixed_hours", title=_("Fixed hours")),
        ),
    ),
    IntakeField(
        id="northeast.shoes_since", kind=Kind.DATE, ask_when=SHOES,
        label=_("At this factory since"),
        hint=_("The month is enough; put its first day. Earlier factories go into the text."),
    ),
    IntakeField(
        id="northeast.shoes_severance_unpaid", kind=Kind.WON, unit=_("won"),
        ask_when=All(SHOES, Has("topics", "severance_pay")),
        label=_("Severance pay still owed"),
        hint=_("Leave it empty if it was never counted; the desk will count it."),
    ),
    IntakeField(
        id="northeast.shoes_solvents", kind=Kind.CODES, ask_when=All(SHOES, HARM),
        label=_("Solvents in the glue"),
        hint=_("Ask for the label of the can or its safety sheet."),
        options=(
            Option(code="benzene", title=_("Benzene")),
            Option(code="toluene", title=_("Toluene")),
            Option(code="n_hexane", title=_("n-Hexane")),
        ),
    ),
    IntakeField(
        id="northeast.shoes_symptoms", kind=Kind.TEXT, ask_when=All(SHOES, HARM), sensitive=True,
        label=_("Complaints since working there"),
        hint=_("Numb hands or feet, dizziness, blood counts; in the person's own words."),
    ),
)

ARTS_FIELDS = (
    IntakeField(
        id="northeast.arts_genre", kind=Kind.CODE, ask_when=IN_THE_ARTS,
        label=_("Field of art"),
        options=(
            Option(code="stage", title=_("Performing arts")),
            Option(code="screen", title=_("Film, broadcasting")),
            Option(code="visual", title=_("Visual arts")),
            Option(code="literature", title=_("Literature")),
            Option(code="music", title=_("Music")),
            Option(code="web_comics", title=_("Web comics")),
            Option(code="games", title=_("Games")),
            Option(code="other", title=_("Other")),
        ),
    ),
    IntakeField(
        id="northeast.arts_certified", kind=Kind.BOOL, ask_when=IN_THE_ARTS,
        label=_("Certified as an artist?"),
        hint=_("The certificate of artistic activity of the Korea Artists Welfare Foundation, still valid today."),
    ),
    IntakeField(
        id="northeast.arts_written_contract", kind=Kind.BOOL, ask_when=IN_THE_ARTS,
        label=_("Is there a written contract?"),
        hint=_("It must name the fee, the term and its changes, rights and duties, what, when and where, the sharing "
               "of profits, and the settling of disputes (Artist Welfare Act, article 4-4)."),
    ),
    IntakeField(
        id="northeast.arts_contract_amount", kind=Kind.WON, unit=_("won"), ask_when=IN_THE_ARTS,
        label=_("Fee agreed"),
        hint=_("For the whole contract. With its months it shows whether artists' employment insurance applies, from "
               "500,000 won a month."),
    ),
    IntakeField(
        id="northeast.arts_contract_months", kind=Kind.NUMBER, unit=_("months"), ask_when=IN_THE_ARTS,
        label=_("Months of the contract"),
        hint=_("Rehearsals and preparation included."),
    ),
    IntakeField(
        id="northeast.arts_unpaid_fee", kind=Kind.WON, unit=_("won"), ask_when=All(IN_THE_ARTS, MONEY),
        label=_("Fee still owed"),
    ),
    IntakeField(
        id="northeast.arts_fee_due", kind=Kind.DATE, ask_when=All(IN_THE_ARTS, MONEY),
        label=_("Day on which the fee was due"),
        hint=_("Some fees of performers lapse after one year, others after three or ten: ask even if it is long ago."),
    ),
    IntakeField(
        id="northeast.arts_unfair_acts", kind=Kind.CODES, ask_when=IN_THE_ARTS,
        label=_("Unfair acts"),
        hint=_("They can be reported to the Artists' Ombudsman (Act on Guaranteeing the Status and Rights of Artists, "
               "articles 13 and 28)."),
        options=(
            Option(code="forced_terms", title=_("Unfair terms or other work forced")),
            Option(code="profit_share", title=_("Share of profits refused, delayed or cut")),
            Option(code="interference", title=_("Artistic work hindered or interfered with")),
            Option(code="information", title=_("Information from the contract misused")),
            Option(code="other", title=_("Another unfair act")),
        ),
    ),
    IntakeField(
        id="northeast.arts_credit", kind=Kind.BOOL, ask_when=IN_THE_ARTS,
        label=_("Is it also about the credit or copyright?"),
    ),
    IntakeField(
        id="northeast.arts_sexual_harassment", kind=Kind.BOOL, sensitive=True,
        ask_when=All(IN_THE_ARTS, Has("topics", "harassment")),
        label=_("Is it sexual harassment or violence?"),
        hint=_("Only yes or no here, no details; ask once the separate consent is given."),
    ),
)

FIELDS = SEWING_FIELDS + SHOE_FIELDS + ARTS_FIELDS
