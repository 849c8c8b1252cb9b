"""Carries word of each recognised page from the processes that read to the one that shows it."""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from queue import Queue

from pipeline.read.recognition import Progress as PageNews

log = logging.getLogger(__name__)

_Message = tuple[str, int, int] | None


@contextmanager
def page_news(show: PageNews | None, *, isolated: bool) -> Iterator[PageNews | None]:
    """What workers call after each page, so that ``show`` is called here.

    A queue of a process of its own carries it: a worker that is killed in the middle of a word
    leaves no lock behind that the others would wait for.

    :param isolated: whether the workers are other processes
    """
    if show is None or not isolated:
        yield show
        return
    with multiprocessing.get_context("spawn").Manager() as manager:
        queue: Queue[_Message] = manager.Queue()
        teller = threading.Thread(target=_tell, args=(queue, show), daemon=True)
        teller.start()
        try:
            yield partial(_post, queue)
        finally:
            _post_end(queue)
            teller.join(timeout=5)


def _post(queue: Queue[_Message], uri: str, page: int, pages: int) -> None:
    """Runs in a worker: news that are lost cost nothing but themselves."""
    try:
        queue.put((uri, page, pages))
    except (OSError, EOFError) as error:
        log.debug("nobody hears of page %d of %s: %s", page, uri, error)


def _post_end(queue: Queue[_Message]) -> None:
    try:
        queue.put(None)
    except (OSError, EOFError) as error:
        log.debug("the news are over already: %s", error)


def _tell(queue: Queue[_Message], show: PageNews) -> None:
    try:
        while (message := queue.get()) is not None:
            show(*message)
    except (OSError, EOFError) as error:
        log.debug("no more news of pages: %s", error)
