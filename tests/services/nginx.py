"""nginx for tests and the bench, with the very files that docs/developers/deploy.md tells to install.

Only paths, addresses and ports in them are exchanged. `python -m tests.services.nginx` installs it
where it is missing and may be installed.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.services import debian
from tests.services.ports import free_port
from tests.services.site import CHECKOUT, START_SECONDS

FILES = CHECKOUT / "docs" / "developers" / "deploy" / "nginx"
PACKAGES = ("nginx", "openssl", "rsync")
BROTLI = ("libnginx-mod-http-brotli-filter", "libnginx-mod-http-brotli-static")
MISSING = (
    "nginx is not installed: put `nginx` on the PATH, or run as root on Debian, where it is "
    "installed by itself."
)
NAME = "bao.example"  # as the files have it

# What Debian's own /etc/nginx/nginx.conf says around them, and where this one keeps its things.
MAIN = """
{modules}
{user}
daemon off;
worker_processes auto;
pid {folder}/pid;
error_log {folder}/log/error.log;
events {{ worker_connections 768; }}
http {{
    include {types};
    default_type application/octet-stream;
    types_hash_max_size 2048;
    sendfile on;
    tcp_nopush on;
    gzip on;
    access_log {folder}/log/access.log;
    client_body_temp_path {folder}/temporary/body;
    proxy_temp_path {folder}/temporary/proxy;
    fastcgi_temp_path {folder}/temporary/fastcgi;
    uwsgi_temp_path {folder}/temporary/uwsgi;
    scgi_temp_path {folder}/temporary/scgi;
    include {folder}/conf.d/*.conf;
    include {folder}/sites/*;
}}
"""


@dataclass(frozen=True)
class Nginx:
    """A running nginx: its ports, and the certificate that its readers have to trust."""

    folder: Path
    port: int
    tls_port: int
    process: subprocess.Popen

    @property
    def certificate(self) -> Path:
        """What a TLS client trusts."""
        return self.folder / "tls" / "fullchain.pem"

    def log(self) -> list[str]:
        """The lines of the paper's own log so far; nginx is told to write down what it holds."""
        path = self.folder / "log" / "newsroom.log"
        kept = path.with_suffix(".kept")
        path.rename(kept)
        self.process.send_signal(signal.SIGUSR1)
        deadline = time.monotonic() + START_SECONDS
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.2)  # the workers do it after the master
        return kept.read_text().splitlines()


def find() -> str | None:
    """The path of the installed nginx, or None; Debian's is not on everybody's PATH."""
    return shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"]))


def modules() -> str:
    """The lines that load the modules installed on this machine, as Debian keeps them."""
    files = sorted(Path("/etc/nginx/modules-enabled").glob("*.conf"))
    return "\n".join(f"include {path};" for path in files)


def has_brotli() -> bool:
    """Whether both brotli modules are installed."""
    text = "\n".join(
        path.read_text() for path in Path("/etc/nginx/modules-enabled").glob("*brotli*")
    )
    return "brotli_filter" in text and "brotli_static" in text


@contextmanager
def server(
    folder: Path, *, app: Path, static: Path, media: Path, site: str | None = None
) -> Iterator[Nginx]:
    """Run nginx until the block ends, in `folder`, in front of the application on the socket `app`.

    `static` and `media` are what it serves from disk. `site` is a server to run in place of
    newsroom-site.conf; it listens on 127.0.0.1:PLAIN and has no TLS.
    """
    binary = find()
    assert binary, MISSING
    plain, tls, *others = (free_port() for _ in range(4))
    exchanged = {
        "/etc/nginx/snippets/": f"{folder}/snippets/",
        "/etc/letsencrypt/live/bao.example/": f"{folder}/tls/",
        "/var/lib/letsencrypt": f"{folder}/acme",
        "/var/lib/newsroom/static": str(static),
        "/var/lib/newsroom/media": str(media),
        "/var/log/nginx/": f"{folder}/log/",
        "/run/newsroom.sock": str(app),
        "/run/newsroom-pages": f"{folder}/pages",
        "/srv/newsroom/": f"{CHECKOUT}/",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ": f"listen 127.0.0.1:{tls} ",
        "listen [::]:80;": f"listen 127.0.0.1:{others[0]};",
        "listen [::]:443 ": f"listen 127.0.0.1:{others[1]} ",
        "127.0.0.1:PLAIN": f"127.0.0.1:{plain}",
    }
    for name in ("conf.d", "snippets", "sites", "log", "temporary", "tls", "acme"):
        (folder / name).mkdir(parents=True)
    _put(folder / "conf.d" / "newsroom.conf", "newsroom.conf", exchanged)
    _put(folder / "snippets" / "newsroom-locations.conf", "newsroom-locations.conf", exchanged)
    if has_brotli():
        _put(folder / "snippets" / "newsroom-brotli.conf", "newsroom-brotli.conf", exchanged)
    if site is None:
        _make_certificate(folder / "tls")
        _put(folder / "sites" / "newsroom", "newsroom-site.conf", exchanged)
    else:
        (folder / "sites" / "site").write_text(_exchange(site, exchanged))
    main = MAIN.format(
        folder=folder,
        modules=modules(),
        # The folders of tests are open to nobody but who runs them.
        user="user root;" if os.geteuid() == 0 else "",
        types=next(iter(Path("/").glob("etc/nginx/mime.types")), "mime.types"),
    )
    (folder / "nginx.conf").write_text(main)
    process = subprocess.Popen([binary, "-c", folder / "nginx.conf"])
    try:
        _wait(process, plain, folder)
        yield Nginx(folder, plain, tls, process)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=START_SECONDS)


def _put(to: Path, name: str, exchanged: dict[str, str]) -> None:
    to.write_text(_exchange((FILES / name).read_text(encoding="utf-8"), exchanged))


def _exchange(text: str, exchanged: dict[str, str]) -> str:
    for here, there in exchanged.items():
        text = text.replace(here, there)
    return text


def _make_certificate(folder: Path) -> None:
    """A certificate for bao.example that signs itself."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
        + ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
        + ["-out", folder / "fullchain.pem", "-keyout", folder / "privkey.pem"],
        check=True,
        capture_output=True,
    )


def _wait(process: subprocess.Popen, port: int, folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    error = folder / "log" / "error.log"
    raise RuntimeError(f"nginx does not start: {error.read_text() if error.exists() else ''}")


def main() -> int:
    """Install nginx if it is missing; say so in one line where that cannot be. Always 0."""
    if find():
        return 0
    if debian.may_install() and debian.install(*PACKAGES) and find():
        debian.install(*BROTLI)  # newer Debian alone has them; without, nginx sends gzip
    else:
        print(MISSING, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
