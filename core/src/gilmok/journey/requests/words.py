"""What the codes of requests are called, where the person reads them."""

from gilmok.ground.i18n import _marked as _

RECEIVED, SEEN, CLOSED = "received", "seen", "closed"
STATES = {
    RECEIVED: _("It has arrived. Nobody has read it yet."),
    SEEN: _("A counsellor has it."),
    CLOSED: _("It is closed."),
}

PHONE, EMAIL, SELF = "phone", "email", "self"
REACHES = {
    PHONE: _("Call me"),
    EMAIL: _("Write me an e-mail"),
    SELF: _("I will call the centre myself"),
}

# Each in itself, for who looks for it may read no other.
TONGUES = {
    "ko": "한국어", "zh": "中文", "vi": "Tiếng Việt", "en": "English", "th": "ภาษาไทย", "uz": "Oʻzbekcha",
    "mn": "Монгол", "ne": "नेपाली", "km": "ខ្មែរ", "id": "Bahasa Indonesia", "my": "မြန်မာ", "tl": "Filipino",
    "ru": "Русский", "ja": "日本語", "si": "සිංහල", "bn": "বাংলা", "ur": "اردو",
}
