"""`lawline serve`: the page and the API on loopback."""

import socket

import click

from channels.cli.exits import plain_errors
from channels.cli.logs import serving_logs


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=12348, show_default=True, help="Port; 0 takes any free one.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Worker processes.")
def serve(host: str, port: int, workers: int) -> None:
    """Serve the chat page and the HTTP API, and print the address."""
    import uvicorn

    with plain_errors():
        port = _free(host, port)
        click.echo(f"Lawline: http://{host}:{port}/  (Ctrl+C stops it)")
        uvicorn.run(
            "channels.bootstrap:web_app",
            factory=True,
            host=host,
            port=port,
            workers=workers,
            log_level="warning",
            access_log=False,  # `lawline.access` writes lines of our own, without what was asked
            log_config=serving_logs(),
        )


def _free(host: str, port: int) -> int:
    """The port itself where it can be bound; a usage error names the port and who should change it."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.UsageError(
                f"{host}:{port} cannot be used ({error.strerror}); choose another with --port"
            ) from error
        return int(probe.getsockname()[1])
