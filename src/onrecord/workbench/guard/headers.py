"""The headers of every answer: what a browser may do with it is decided here and not by what a page holds."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "manifest-src 'self'",
    )
)
_OFF = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read",
    "clipboard-write", "display-capture", "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid",
    "identity-credentials-get", "idle-detection", "keyboard-map", "local-fonts", "magnetometer", "microphone", "midi",
    "otp-credentials", "payment", "picture-in-picture", "publickey-credentials-create", "publickey-credentials-get",
    "screen-wake-lock", "serial", "storage-access", "sync-xhr", "usb", "window-management", "xr-spatial-tracking",
)  # fmt: skip
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _OFF),
    "X-DNS-Prefetch-Control": "off",
}
STATIC = "/static/"
_FOREVER = "public, max-age=31536000, immutable"
_ENCRYPTED = "max-age=15552000"  # half a year without a plain connection, for this host only


class Headers:
    """Adds them. A route may set a Content-Security-Policy and a Cache-Control of its own; nothing else can be loosened."""

    def __init__(self, app: ASGIApp, *, encrypted: bool = False) -> None:
        self._app = app
        self._encrypted = encrypted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add to the answer."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), scope, message["status"])
            await send(message)

        await self._app(scope, receive, guarded if scope["type"] == "http" else send)

    def _add(self, headers: MutableHeaders, scope: Scope, status: int) -> None:
        headers.setdefault("Content-Security-Policy", POLICY)
        headers.setdefault("Cache-Control", _cache(scope, status))
        headers["X-Frame-Options"] = "SAMEORIGIN" if _framed(headers["Content-Security-Policy"]) else "DENY"
        headers.update(ALWAYS)
        if self._encrypted:
            headers["Strict-Transport-Security"] = _ENCRYPTED
        if "server" in headers:
            del headers["server"]


def _cache(scope: Scope, status: int) -> str:
    """A file under its hash never changes; under its bare name a browser asks each time; a page is not left behind on the disk."""
    if not scope["path"].startswith(STATIC) or status >= 400:
        return "no-store"
    hashed = any(part.startswith(b"v=") and len(part) > 2 for part in scope["query_string"].split(b"&"))
    return _FOREVER if hashed else "no-cache"


def _framed(policy: str) -> bool:
    """Whether our own pages may show it in a frame."""
    directives = (directive.split() for directive in policy.split(";"))
    return any([word.lower() for word in words] == ["frame-ancestors", "'self'"] for words in directives)
