"""A private PostgreSQL server for the length of one command.

    python -m tests.services.postgres -- pytest

runs the command with TEST_DATABASE_URL naming a database on a server that was made for it: in a
temporary folder, on a free loopback port, never as root, without any of its promises about power
cuts. Where TEST_DATABASE_URL is set already, the server it names is used and none is started.

The owner of the database is no superuser: like a newspaper's, it may create databases and roles
and nothing else. Text sorts by Vietnamese rules, so that whatever needs plain byte order has to
say so.
"""

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from psycopg import sql

from tests.services import debian
from tests.services.ports import free_port

OLDEST = 15  # ICU as a cluster's own collation came with it
START_SECONDS = 60
SPEED = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "unix_socket_directories": "",
    "listen_addresses": "127.0.0.1",
}
MISSING = (
    f"PostgreSQL {OLDEST} or newer is not installed: install its server, name one in "
    "TEST_DATABASE_URL, or run as root on Debian, where it is installed by itself."
)


def find() -> Path | None:
    """The folder that holds `initdb` and `postgres` of the newest usable version, or None."""
    folders = [*Path("/usr/lib/postgresql").glob("*/bin")]
    if on_path := shutil.which("postgres"):
        folders.append(Path(on_path).resolve().parent)
    found = [(_version(folder), folder) for folder in folders if (folder / "initdb").exists()]
    return max(
        ((number, folder) for number, folder in found if number >= OLDEST), default=(0, None)
    )[1]


class Server:
    """A running server, which may be stopped and started again.

    `url` is of an empty database on it, once `create_owner` has made that.
    """

    url: str

    def __init__(self, binaries: Path, folder: Path, settings: Mapping[str, str]) -> None:
        self._binaries, self._folder, self._settings = binaries, folder, settings
        self._account = _unprivileged()
        self._password = secrets.token_hex(16)
        (folder / "password").write_text(self._password)
        if self._account:
            for path in (folder, folder / "password"):
                os.chown(path, self._account.pw_uid, self._account.pw_gid)
        _initialise(binaries, folder, self._account)
        self._start_somewhere()

    def create_owner(self) -> None:
        """Make the role `newsroom` and its database."""
        self.url = _create_owner(self._port, self._password)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it as `pg_ctl stop` does: SIGINT tells clients why, SIGQUIT just goes."""
        self._process.send_signal(how)
        self._process.wait(timeout=START_SECONDS)

    def start(self) -> None:
        """Start it again where it was.

        Raises:
            RuntimeError: it does not answer.
        """
        options = [f"-c{name}={value}" for name, value in self._settings.items()]
        log = self._folder / "log"
        with log.open("w") as written:
            self._process = subprocess.Popen(
                [
                    *(self._binaries / "postgres", "-D", str(self._folder / "data")),
                    *("-p", str(self._port), *options),
                ],
                stdout=written,
                **_as(self._account),
            )
        try:
            answers = _answers(self._process, log)
        except BaseException:
            self._process.kill()
            raise
        if not answers:
            self._process.kill()
            self._process.wait()
            raise RuntimeError(f"PostgreSQL does not start: {log.read_text()}")

    def freeze(self) -> None:
        """Let connections be taken and nothing be answered."""
        self._signal_all(signal.SIGSTOP)

    def thaw(self) -> None:
        """Go on after `freeze`."""
        self._signal_all(signal.SIGCONT)

    def _signal_all(self, which: signal.Signals) -> None:
        """To the server and to its processes, which are in groups of their own."""
        self._process.send_signal(which)
        pid = self._process.pid
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            with suppress(ProcessLookupError):  # it ended by itself meanwhile
                os.kill(int(child), which)

    def _start_somewhere(self) -> None:
        """On a free port; one that another took meanwhile is given up."""
        for attempt in range(1, 6):
            self._port = free_port()
            try:
                self.start()
            except RuntimeError:
                if attempt == 5:
                    raise
            else:
                break


@contextmanager
def server(binaries: Path, options: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Run a server until the block ends.

    `options` are settings of PostgreSQL to use in place of those made for tests.
    """
    folder = Path(tempfile.mkdtemp(prefix="newsroom-postgres-"))
    try:
        running = Server(binaries, folder, SPEED | dict(options or {}))
        try:
            running.create_owner()
            yield running
        finally:
            running.stop(signal.SIGQUIT)  # at once: nothing here is worth keeping
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(arguments: list[str]) -> int:
    """Run the command after `--`; its exit status. Without a server: 0, under CI=true 1."""
    command = arguments[arguments.index("--") + 1 :]
    if os.environ.get("TEST_DATABASE_URL"):
        return subprocess.run(command).returncode
    binaries = find()
    if binaries is None and debian.may_install() and debian.install("postgresql"):
        binaries = find()
    if binaries is None:
        print(f"{MISSING}\nSKIPPED: everything on PostgreSQL.", flush=True)
        return int(os.environ.get("CI") == "true")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server(binaries) as running_server:
        environment = os.environ | {"TEST_DATABASE_URL": running_server.url}
        running = subprocess.Popen(command, env=environment)
        while True:
            try:
                return running.wait()
            except KeyboardInterrupt:
                # The command has had the same Ctrl-C and still needs the server to tidy up.
                continue
            except SystemExit:
                running.terminate()
                running.wait()
                raise


def _version(folder: Path) -> int:
    """15 for `postgres (PostgreSQL) 15.18 (…)`."""
    told = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True)
    number = told.stdout.rpartition("(PostgreSQL) ")[2].partition(".")[0]
    return int(number) if number.isdigit() else 0


def _unprivileged() -> pwd.struct_passwd | None:
    """Who the server runs as when we are root, which it refuses to be; None for ourselves."""
    if os.geteuid() != 0:
        return None
    names = {account.pw_name: account for account in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _as(account: pwd.struct_passwd | None) -> dict:
    """Arguments of subprocess that are the same for initdb and postgres."""
    identity = (
        {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    )
    return {
        "cwd": "/",
        # A Ctrl-C in the terminal is for the command; the server is stopped after it.
        "start_new_session": True,
        "stderr": subprocess.STDOUT,
        **identity,
    }


def _initialise(binaries: Path, folder: Path, account: pwd.struct_passwd | None) -> None:
    done = subprocess.run(
        [
            binaries / "initdb",
            f"--pgdata={folder / 'data'}",
            f"--pwfile={folder / 'password'}",
            "--username=postgres",
            "--auth=password",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--locale-provider=icu",
            "--icu-locale=vi-VN",
            "--no-sync",
        ],
        stdout=subprocess.PIPE,
        text=True,
        **_as(account),
    )
    if done.returncode:
        raise RuntimeError(f"initdb failed: {done.stdout}")


def _answers(process: subprocess.Popen, log: Path) -> bool:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        if "ready to accept connections" in log.read_text():
            return True
        time.sleep(0.05)
    return False


def _create_owner(port: int, password: str) -> str:
    """Make the role `newsroom` and its database; the address that both make."""
    root = f"postgres://postgres:{password}@127.0.0.1:{port}/postgres"
    owner = sql.Identifier("newsroom")
    with psycopg.connect(root, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE ROLE {} LOGIN CREATEDB CREATEROLE PASSWORD {}").format(
                owner, sql.Literal(password)
            )
        )
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(owner, owner))
    return f"postgres://newsroom:{password}@127.0.0.1:{port}/newsroom"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
