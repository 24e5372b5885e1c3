"""Around every answer: headers that forbid all but our own style and scripts, reading only, and who may read."""

from __future__ import annotations

from hashlib import sha256
from secrets import compare_digest
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
COOKIE = "chithi"


class Guard:
    """Puts HEADERS on every answer; with a token, answers only those who show it: as `Authorization: Bearer`, in the
    cookie, or once as `?token=`, which sets the cookie and is taken out of the address."""

    def __init__(self, app: ASGIApp, token: str = "") -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        if self._token and not self._known(Headers(scope=scope)):
            await self._admit(scope, receive, hardened)
            return
        await self._app(scope, receive, hardened)

    def _known(self, headers: Headers) -> bool:
        """Bearer of the token, or of the cookie it was exchanged for; compared in constant time."""
        kind, _, shown = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and _same(shown.strip(), self._token):
            return True
        cookies = dict(part.strip().partition("=")[::2] for part in headers.get("cookie", "").split(";"))
        return _same(cookies.get(COOKIE, ""), _worth(self._token))

    async def _admit(self, scope: Scope, receive: Receive, send: Send) -> None:
        query = parse_qsl(scope["query_string"].decode("latin-1"))
        if not _same(dict(query).get("token", ""), self._token):
            answer = PlainTextResponse(
                "Cần mã truy cập: hãy mở địa chỉ mà chithi serve đã in ra.\n"
                "A token is needed: open the address that chithi serve printed.\n",
                status_code=401,
                headers={"WWW-Authenticate": "Bearer", "Cache-Control": "no-store"},
            )
            await answer(scope, receive, send)
            return
        left = urlencode([(name, value) for name, value in query if name != "token"])
        path = "/" + scope["path"].lstrip("/\\")
        redirect = RedirectResponse(path + (f"?{left}" if left else ""), status_code=303)
        redirect.set_cookie(COOKIE, _worth(self._token), httponly=True, samesite="strict", path="/")
        await redirect(scope, receive, send)


def _worth(token: str) -> str:
    """What the cookie holds: whoever reads it does not learn the token."""
    return sha256(f"chithi explorer {token}".encode()).hexdigest()


def _same(one: str, other: str) -> bool:
    return compare_digest(one.encode("utf-8", "surrogateescape"), other.encode())
