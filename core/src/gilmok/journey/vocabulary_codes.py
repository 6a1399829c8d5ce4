"""The answers that the core's questions offer, code by code: who, what, where and how.

A topic's `basis` is the programme of the city's page that it belongs to.
"""

from gilmok.modules.things import Option, _

CLIENT_KINDS = (
    Option(code="worker", title=_("Worker")),
    Option(code="union", title=_("Union")),
    Option(code="employer", title=_("Employer")),
    Option(code="family", title=_("Family or friend")),
)

TOPICS = (
    Option(code="unpaid_wages", title=_("Unpaid wages"), basis="C1"),
    Option(code="working_hours", title=_("Hours, leave and holidays"), basis="C1"),
    Option(code="discipline_dismissal", title=_("Discipline and dismissal"), basis="C1"),
    Option(code="severance_pay", title=_("Severance pay"), basis="C1"),
    Option(code="unemployment_benefit", title=_("Unemployment benefit"), basis="C1"),
    Option(code="employment_contract", title=_("Employment contract"), basis="C1"),
    Option(code="industrial_accident", title=_("Industrial accident"), basis="C1"),
    Option(code="harassment", title=_("Harassment and violence")),
    Option(code="discrimination", title=_("Discrimination")),
    Option(code="social_insurance", title=_("Social insurance")),
    Option(code="maternity", title=_("Maternity and childcare")),
    Option(code="union", title=_("Union, organising"), basis="C3"),
    Option(code="safety_health", title=_("Occupational safety and health"), basis="H3"),
    Option(code="unfair_trade", title=_("Unfair terms, unpaid fees"), basis="H4"),
    Option(code="tax", title=_("Tax"), basis="H4"),
    Option(code="rights_violation", title=_("Unfair treatment, rights violation"), basis="H4"),
    Option(code="other", title=_("Other")),
)

EMPLOYMENT_TYPES = (
    Option(code="regular", title=_("Regular")),
    Option(code="indefinite", title=_("Indefinite contract")),
    Option(code="fixed_term", title=_("Fixed-term")),
    Option(code="part_time", title=_("Part-time")),
    Option(code="daily", title=_("Daily")),
    Option(code="dispatched", title=_("Dispatched or subcontracted")),
    Option(code="special", title=_("Dependent contractor")),
    Option(code="platform", title=_("Platform worker")),
    Option(code="freelancer", title=_("Freelancer")),
    Option(code="artist", title=_("Artist")),
    Option(code="self_employed", title=_("Self-employed")),
)

INDUSTRIES = (
    Option(code="urban_manufacturing", title=_("Urban manufacturing")),
    Option(code="sewing", title=_("Sewing")),
    Option(code="handmade_shoes", title=_("Handmade shoes")),
    Option(code="arts", title=_("Culture and arts")),
    Option(code="it", title=_("IT")),
    Option(code="transport", title=_("Transport")),
    Option(code="logistics", title=_("Logistics")),
    Option(code="digital", title=_("Digital industry")),
    Option(code="rnd", title=_("Research and development")),
    Option(code="new_tech", title=_("New technology")),
    Option(code="manufacturing", title=_("Other manufacturing")),
    Option(code="construction", title=_("Construction")),
    Option(code="retail", title=_("Wholesale and retail")),
    Option(code="food_lodging", title=_("Lodging and food")),
    Option(code="facility", title=_("Facility, cleaning, security")),
    Option(code="health_welfare", title=_("Health and welfare")),
    Option(code="care", title=_("Care and domestic work")),
    Option(code="education", title=_("Education")),
    Option(code="finance", title=_("Finance and insurance")),
    Option(code="media", title=_("Publishing, video, broadcasting")),
    Option(code="public", title=_("Public administration")),
    Option(code="other", title=_("Other")),
)

# Below five employees a part of labour law does not hold.
BELOW_FIVE = "1_4"
WORKPLACE_SIZES = (
    Option(code=BELOW_FIVE, title=_("Under 5")),
    Option(code="5_9", title=_("5 to 9")),
    Option(code="10_29", title=_("10 to 29")),
    Option(code="30_99", title=_("30 to 99")),
    Option(code="100_299", title=_("100 to 299")),
    Option(code="300_up", title=_("300 and more")),
)

PREFERENCES = (
    Option(code="workplace", title=_("Near work")),
    Option(code="home", title=_("Near home")),
)

CHANNELS = (
    Option(code="phone", title=_("Phone")),
    Option(code="visit", title=_("Visit")),
    Option(code="online", title=_("Online")),
    Option(code="outreach", title=_("Outreach")),
    Option(code="referral", title=_("Referral")),
)

AGE_BANDS = (
    Option(code="10s", title=_("Teens")),
    Option(code="20s", title=_("20s")),
    Option(code="30s", title=_("30s")),
    Option(code="40s", title=_("40s")),
    Option(code="50s", title=_("50s")),
    Option(code="60s", title=_("60s")),
    Option(code="70_up", title=_("70 and over")),
)

GENDERS = (
    Option(code="female", title=_("Female")),
    Option(code="male", title=_("Male")),
    Option(code="other", title=_("Other")),
)

URGENCIES = (
    Option(code="normal", title=_("Normal")),
    Option(code="soon", title=_("A time limit is near")),
    Option(code="danger", title=_("Physical danger")),
)

LANGUAGES = (
    Option(code="ko", title=_("Korean")),
    Option(code="zh", title=_("Chinese")),
    Option(code="vi", title=_("Vietnamese")),
    Option(code="th", title=_("Thai")),
    Option(code="uz", title=_("Uzbek")),
    Option(code="mn", title=_("Mongolian")),
    Option(code="ne", title=_("Nepali")),
    Option(code="km", title=_("Khmer")),
    Option(code="id", title=_("Indonesian")),
    Option(code="my", title=_("Burmese")),
    Option(code="tl", title=_("Filipino")),
    Option(code="ru", title=_("Russian")),
    Option(code="ja", title=_("Japanese")),
    Option(code="si", title=_("Sinhala")),
    Option(code="bn", title=_("Bengali")),
    Option(code="ur", title=_("Urdu")),
    Option(code="en", title=_("English")),
    Option(code="other", title=_("Other")),
)

REGIONS = (
    Option(code="downtown", title=_("Downtown")),
    Option(code="northeast", title=_("Northeast")),
    Option(code="southeast", title=_("Southeast")),
    Option(code="southwest", title=_("Southwest")),
)

# What every question can also be answered with; never the same as no answer.
UNANSWERED = (
    Option(code="unknown", title=_("Not known")),
    Option(code="refused", title=_("Would not say")),
)

DISTRICTS = (
    Option(code="jongno", title=_("Jongno-gu")),
    Option(code="jung", title=_("Jung-gu")),
    Option(code="yongsan", title=_("Yongsan-gu")),
    Option(code="seongdong", title=_("Seongdong-gu")),
    Option(code="gwangjin", title=_("Gwangjin-gu")),
    Option(code="dongdaemun", title=_("Dongdaemun-gu")),
    Option(code="jungnang", title=_("Jungnang-gu")),
    Option(code="seongbuk", title=_("Seongbuk-gu")),
    Option(code="gangbuk", title=_("Gangbuk-gu")),
    Option(code="dobong", title=_("Dobong-gu")),
    Option(code="nowon", title=_("Nowon-gu")),
    Option(code="eunpyeong", title=_("Eunpyeong-gu")),
    Option(code="seodaemun", title=_("Seodaemun-gu")),
    Option(code="mapo", title=_("Mapo-gu")),
    Option(code="yangcheon", title=_("Yangcheon-gu")),
    Option(code="gangseo", title=_("Gangseo-gu")),
    Option(code="guro", title=_("Guro-gu")),
    Option(code="geumcheon", title=_("Geumcheon-gu")),
    Option(code="yeongdeungpo", title=_("Yeongdeungpo-gu")),
    Option(code="dongjak", title=_("Dongjak-gu")),
    Option(code="gwanak", title=_("Gwanak-gu")),
    Option(code="seocho", title=_("Seocho-gu")),
    Option(code="gangnam", title=_("Gangnam-gu")),
    Option(code="songpa", title=_("Songpa-gu")),
    Option(code="gangdong", title=_("Gangdong-gu")),
    Option(code="outside_seoul", title=_("Outside Seoul")),
)
