"""Serving pages and carrying out jobs: `gilmok run` and `gilmok worker`."""

import socket
from contextlib import suppress
from typing import Any

import click
import waitress

from gilmok.app import create_app
from gilmok.ground.db import JOB, migrate
from gilmok.ground.files import FileStore
from gilmok.ground.installation import Installation, open_installation
from gilmok.ground.jobs import defer
from gilmok.ground.working import work_until_stopped, working_beside
from gilmok.journey import core_module, rooms
from gilmok.journey.clocks.jobs import wind_all
from gilmok.journey.demo.commands import prepare_demo
from gilmok.modules.erasing import erase_of_modules
from gilmok.modules.registry import Registry
from gilmok.programmes import rooms as programmes
from gilmok.report import rooms as report
from gilmok.report.desks.jobs import count_desks

PORTS_TRIED = 20


class SchemaBehind(click.ClickException):
    """The database does not have this version's schema; run `gilmok db upgrade` first."""

    def __init__(self) -> None:
        super().__init__(self.__doc__ or "")


@click.command()
@click.option("--demo", is_flag=True, help="Make everything ready with made-up staff and cases first.")
@click.option("--port", type=int, help="The first port to try; a taken one is passed over.")
def run(demo: bool, port: int | None) -> None:
    """Serve the pages and carry out jobs until stopped."""
    installed = open_installation(make_secrets=True)
    if demo:
        prepare_demo(installed)
    has, needs = migrate.revisions(installed.url)
    if has != needs:
        raise SchemaBehind
    serve(installed, port or installed.settings.port)


def serve(installed: Installation, port: int) -> None:
    """Serve on the first free port from `port` on, which is said, until interrupted."""
    settings = installed.settings
    listener = free_socket(settings.host, port)
    taken = listener.getsockname()[1]
    if taken != port:
        click.echo(f"포트 {port}은(는) 사용 중입니다. (port {port} is taken)")
    app = create_app(installed)
    app.extensions["revision"] = migrate.revisions(installed.url)[1]
    catch_up(installed)
    # The application reads what a declared proxy says of where a request comes from.
    server = waitress.create_server(
        app, sockets=[listener], threads=settings.threads, ident=None, clear_untrusted_proxy_headers=not settings.proxy,
    )
    click.echo(f"길목: http://{settings.host}:{taken}  (Ctrl+C: 멈춤 stop)")
    with working_beside(installed.url, for_jobs(installed, app.extensions["registry"])), suppress(KeyboardInterrupt):
        server.run()


def catch_up(installed: Installation) -> None:
    """Have done at once what is due each night: nobody knows for how long nothing ran."""
    with installed.database.session(JOB) as session:
        defer(session, wind_all, timestamp=0)
        defer(session, count_desks, timestamp=0)
        defer(session, erase_of_modules, timestamp=0)
        session.commit()


def free_socket(host: str, port: int) -> socket.socket:
    """A listening socket on the first free port from `port` on."""
    for candidate in range(port, port + PORTS_TRIED):
        listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, candidate))
        except OSError:
            listener.close()
        else:
            return listener
    raise click.ClickException(f"no free port from {port} to {port + PORTS_TRIED - 1} on {host}")


@click.command()
def worker() -> None:
    """Carry out jobs in a process of its own until stopped."""
    installed = open_installation()
    work_until_stopped(installed.url, for_jobs(installed, Registry.load(core=core_module)))


def for_jobs(installed: Installation, registry: Registry) -> dict[str, Any]:
    """What jobs find in their context; importing the rooms' jobs is what makes them known."""
    assert rooms.JOBS
    assert programmes.JOBS
    assert report.JOBS
    return {
        "database": installed.database, "vault": installed.vault, "registry": registry,
        "files": FileStore(installed.settings.files_folder),
    }
