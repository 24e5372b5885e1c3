"""`chithi serve`: the explorer on this machine, or for others when asked."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from ipaddress import ip_address

from graph.store import Store

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class PortTaken(Exception):  # noqa: N818
    """Another program listens there."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(f"{host}:{port} cannot be listened on ({why}); give another with --port")


def serve(
    store: Store,
    *,
    lang: str,
    address: str,
    host: str = "127.0.0.1",
    port: int = 8422,
    token: str = "",
    allowed: Iterable[str] = (),
    say: Callable[[str], object] = print,
    browse: bool = False,
) -> None:
    """Serve until interrupted. `address` is where the store is opened anew by a process beside the server that works
    out what takes long. `allowed` are further names the server may be called by; `say` gets the address once it
    can be opened, and a plain warning when anyone in the network can read. Raises PortTaken."""
    import uvicorn

    from viz.explorer.elsewhere import Elsewhere
    from viz.explorer.server import app

    listening = _listening(host, port)
    port = listening.getsockname()[1]
    opened = _address(host, port, token)
    say(f"{opened}  (Ctrl+C: stop)")
    if not is_loopback(host) and not token:
        say(f"Anyone who reaches {host}:{port} can read everything in this graph; give --token to ask for a key.")
    if browse:
        import webbrowser

        webbrowser.open(opened)
    config = uvicorn.Config(
        app(store, lang=lang, hosts=names(host, allowed), token=token, desk=Elsewhere(store, address)),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=10,
        limit_concurrency=200,
    )
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def names(host: str, allowed: Iterable[str] = ()) -> list[str]:
    """What the server may be called by: this machine's own names when it listens on all of its addresses."""
    found = [*_LOOPBACK, host, *allowed]
    if host in ("0.0.0.0", "::"):
        found += [socket.gethostname(), socket.getfqdn(), *_own_addresses()]
    return list(dict.fromkeys(name.lower() for name in found))


def _own_addresses() -> list[str]:
    try:
        return [str(place[4][0]) for place in socket.getaddrinfo(socket.gethostname(), None)]
    except OSError:
        return []


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise PortTaken(host, port, error.strerror or str(error)) from error


def _address(host: str, port: int, token: str) -> str:
    from urllib.parse import urlencode

    shown = (
        "127.0.0.1" if host in ("0.0.0.0", "") else "[::1]" if host == "::" else f"[{host}]" if ":" in host else host
    )
    return f"http://{shown}:{port}/" + (f"?{urlencode({'token': token})}" if token else "")
