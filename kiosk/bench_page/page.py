"""The bench page's web server: loopback only, one thread a request, started and stopped by the kiosk process."""

import logging
import socket
import threading
from collections.abc import Callable, Sequence
from http.server import ThreadingHTTPServer

from kiosk.bench_page.actions import Actions
from kiosk.bench_page.guards import is_loopback
from kiosk.bench_page.parts import KeysAndEars, ScreenMirror, SimulatedDevice, StaffDesk
from kiosk.bench_page.pickup_parts import PickupBench
from kiosk.bench_page.requests import Bench, Request
from kiosk.bench_page.state import look
from kiosk.bench_page.watch import Watch

log = logging.getLogger(__name__)

STOP_WITHIN_SECONDS = 0.1


class BenchPage:
    """Serves the page from `start` to `stop`."""

    def __init__(
        self,
        *,
        port: int,
        title: str,
        devices: Sequence[SimulatedDevice] = (),
        desk: StaffDesk | None = None,
        screen: ScreenMirror | None = None,
        keypad: KeysAndEars | None = None,
        pickup: PickupBench | None = None,
        demo_pin: str = "",
        figures: Callable[[], str] | None = None,
        host: str = "127.0.0.1",
    ) -> None:
        """:param port: 0 takes any free one; `url` tells which.

        :param title: whose page it is: the town's name and the kiosk's.
        :param screen: only where the kiosk has no display of its own, or wants to be seen here as well.
        :param demo_pin: shown, so that the staff corner of a demonstration can be seen.
        :param figures: the day's figures as CSV.
        :raises ValueError: `host` can be reached from other machines, or two devices have one name.
        :raises OSError: the port is taken.
        """
        if not is_loopback(host):
            raise ValueError(f"the bench page has no password: {host} is not on loopback, 127.0.0.1 is")
        named = {device.name: device for device in devices}
        if len(named) != len(devices):
            raise ValueError("two simulated devices have the same name")
        self.desk = desk
        """Staff at this kiosk's queues."""
        self._watch = Watch(lambda: look(title, devices, desk, screen, keypad, demo_pin, figures is not None, pickup))
        actions = Actions(named, desk, screen, keypad, pickup)
        self._bench = Bench(devices=named, actions=actions, screen=screen, watch=self._watch, figures=figures)
        self._server = _Server(host, port, self._bench)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(STOP_WITHIN_SECONDS,), name="bench-page", daemon=True
        )
        shown = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown}:{self._server.server_address[1]}/"
        """Where a browser finds it."""

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Stop answering; pages that are open say that the kiosk has gone."""
        self._watch.stop()
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a reader of the live picture may wait for seconds

    def __init__(self, host: str, port: int, bench: Bench) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.bench = bench
        super().__init__((host, port), Request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A page that could not be answered does not stop the others."""
        log.exception("the bench page could not answer")
