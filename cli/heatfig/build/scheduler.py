"""The connection to the scheduler of a Dask cluster."""

import logging
from concurrent.futures import Future
from threading import Thread
from typing import Any

from heatfig.diagnostics import problem

PATIENCE = 10  # seconds in which a scheduler must answer
SILENCE = 60  # seconds in which one that has work to deal out must


def connected(address: str) -> Any:
    """A client of the scheduler at an address; raises Problems where none answers."""
    Client = _client_class()  # noqa: N806  # a class
    answer: Future[Any] = Future()

    def connect() -> None:
        try:
            answer.set_result(Client(address, timeout=PATIENCE, set_as_default=False))
        except Exception as error:  # noqa: BLE001  # Dask raises whatever an answer that is none leads it to
            answer.set_exception(error)

    # In a thread, as Dask itself waits for ever where somebody listens and does not answer.
    Thread(target=connect, daemon=True).start()
    try:
        return answer.result(2 * PATIENCE)
    except Exception as error:  # noqa: BLE001  # see there
        reason = str(error) or f"it took over {2 * PATIENCE} seconds"
        hint = "an address such as tcp://127.0.0.1:8786"
        raise problem("no-cluster", f"no scheduler answers at {address}: {reason}", None, hint) from None


def threads(client: Any) -> int:
    """The threads of all workers; raises TimeoutError where a scheduler has stopped, and so will never say."""
    try:
        return sum(client.nthreads(callback_timeout=SILENCE).values())
    except TimeoutError:
        raise TimeoutError(f"it has not answered for {SILENCE} seconds") from None


def _client_class() -> Any:
    """Dask's client, which unpickles nothing and logs nothing."""
    try:
        import dask
        from distributed import Client
        from distributed.protocol.serialize import pickle_dumps, register_serialization_family
    except ImportError:
        hint = "pip install 'heatfig[dask]'"
        raise problem("no-cluster", "--scheduler needs the package distributed", None, hint) from None
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 TB"})  # a plan is as large as its grids
    # What is answered is bytes: whatever comes pickled in their place is dropped unread.
    register_serialization_family("pickle", pickle_dumps, lambda *_: None)  # type: ignore[no-untyped-call]  # Dask leaves it bare
    logging.disable()  # what concerns a figure is reported with its outcome
    return Client
