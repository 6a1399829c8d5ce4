"""What every answer says to browsers: what a page may load, and that nobody keeps a copy."""

from flask import Flask, Response, current_app, request

POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
))
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Addresses hold case numbers: no other site learns them.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
USUAL = {**HEADERS, "Cache-Control": "no-store"}
TWO_YEARS = 63_072_000


def add_headers(response: Response) -> Response:
    """Add the headers; whatever does not say how long it may be kept is not kept."""
    said = {name.lower() for name, _value in response.headers}
    for name, value in USUAL.items():
        if name.lower() not in said:
            response.headers.add(name, value)
    # Behind a proxy that ends TLS, the setting alone tells that browsers come by HTTPS.
    if request.is_secure or current_app.config.get("SESSION_COOKIE_SECURE"):
        response.headers.setdefault("Strict-Transport-Security", f"max-age={TWO_YEARS}; includeSubDomains")
    return response


def init_headers(app: Flask) -> None:
    """Add the headers to every answer of this application."""
    app.after_request(add_headers)
