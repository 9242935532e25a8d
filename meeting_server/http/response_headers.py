"""Headers that leave with every answer and that an app may not decide for itself (T12)."""

from __future__ import annotations

Headers = list[tuple[str, str]]

_NO_FEATURES = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "autoplay",
        "camera",
        "display-capture",
        "encrypted-media",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "publickey-credentials-get",
        "usb",
        "xr-spatial-tracking",
    )
)
# An app may not decide these for itself: they are set here, or not at all.
_OURS = frozenset(
    {
        "content-security-policy",
        "x-content-type-options",
        "referrer-policy",
        "cross-origin-opener-policy",
        "cross-origin-resource-policy",
        "permissions-policy",
        "strict-transport-security",
        "cache-control",
        "expires",
        "pragma",
        "server",
    }
)
_TELLTALES = frozenset({"etag", "last-modified"})


class ResponseHeaders:
    """Makes the headers of every answer. `origins` are ours. `https` adds HSTS. `release_prefix` is the only place with
    answers that browsers may keep.
    """

    def __init__(self, origins: frozenset[str], https: bool, release_prefix: str | None) -> None:
        self._always = _standing_headers(origins, https)
        self._release_prefix = release_prefix

    def headers(self, headers: Headers, path: str, status: str) -> Headers:
        """Returns the app's own headers that it may send, with ours."""
        may_be_kept = (
            self._release_prefix is not None
            and path.startswith(self._release_prefix)
            and status[:3] in ("200", "206", "304")
        )
        dropped = _OURS if may_be_kept else _OURS | _TELLTALES
        kept = [
            (name, value)
            for name, value in headers
            if name.lower() not in dropped and not name.lower().startswith("access-control-")
        ]
        caching = "public, max-age=31536000, immutable" if may_be_kept else "no-store"
        return [*kept, *self._always, ("Cache-Control", caching)]


def _standing_headers(origins: frozenset[str], https: bool) -> Headers:
    # Safari before 15.4 does not count ws: as 'self'.
    lines = " ".join(sorted(origin.replace("http", "ws", 1) for origin in origins))
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        f"connect-src 'self' {lines}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    headers = [
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", _NO_FEATURES),
    ]
    if https:
        headers.append(("Strict-Transport-Security", "max-age=31536000; includeSubDomains"))
    return headers
