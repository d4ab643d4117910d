"""Asks web servers as a good guest does.

It says who asks, asks a host one thing at a time with a pause between, heeds its robots.txt, asks only for what is
new, and waits for no answer without end.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp
from protego import Protego

from detente.errors import FetchError, ReportError
from detente.reports.opening import NAME, NOT_THERE, USER_AGENT, told

PAUSE = 1.0
"""Seconds between two requests to one host, unless its robots.txt asks for more."""
LONGEST_PAUSE = 30.0
LONGEST_WAIT = 60.0
"""Seconds for a whole answer."""
MOST_REDIRECTS = 5
LARGEST = 8_000_000
"""Bytes of the largest answer that is taken."""
UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers: the address it came from at last, its bytes, and the marks by which to ask what is new.

    `body` is None where nothing is new.
    """

    address: str
    body: bytes | None
    etag: str | None = None
    modified: str | None = None


class Fetcher:
    """Fetches from the web, keeping in mind when each host was asked last and what its robots.txt says."""

    def __init__(self) -> None:
        self._asked: dict[str, float] = {}
        self._robots: dict[str, Protego] = {}

    def fetch(self, address: str, *, etag: str | None = None, modified: str | None = None) -> Answer:
        """The answer of a server.

        Args:
            address: what is asked for.
            etag: the mark of the answer of before, to be told only what is new.
            modified: the time of the answer of before.

        Raises:
            FetchError: there is no answer, it says no, is too large, or comes too slowly.
            ReportError: the host's robots.txt asks not to.
        """
        if not self._allowing(address).can_fetch(address, NAME):
            raise ReportError(address, "is closed to programs by the host's robots.txt", "leave it out")
        marks = {"If-None-Match": etag, "If-Modified-Since": modified}
        status, answer = self._ask(address, {name: mark for name, mark in marks.items() if mark})
        if status == UNCHANGED:
            return Answer(address, None, etag, modified)
        if status != 200:
            raise _refused(address, status)
        return answer

    def _allowing(self, address: str) -> Protego:
        root = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        if root not in self._robots:
            status, answer = self._ask(f"{root}/robots.txt", {})
            if status >= 500:
                raise _refused(f"{root}/robots.txt", status)
            rules = (answer.body or b"") if status == 200 else b""
            self._robots[root] = Protego.parse(rules.decode("utf-8", "replace"))
        return self._robots[root]

    def _ask(self, address: str, marks: Mapping[str, str]) -> tuple[int, Answer]:
        self._wait_for_turn(address)
        try:
            return asyncio.run(_asked(address, marks))
        except ReportError:
            raise
        except Exception as fault:
            said = "it takes too long to answer" if isinstance(fault, TimeoutError) else told(fault)
            raise FetchError(address, f"cannot be fetched ({said})", "check the address, or try again later") from None
        finally:
            self._asked[urlsplit(address).netloc] = time.monotonic()

    def _wait_for_turn(self, address: str) -> None:
        parts = urlsplit(address)
        robots = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        wanted = robots.crawl_delay(NAME) if robots is not None else None
        pause = min(max(PAUSE, wanted or 0), LONGEST_PAUSE)
        since = time.monotonic() - self._asked.get(parts.netloc, float("-inf"))
        time.sleep(max(0.0, pause - since))


def _refused(address: str, status: int) -> ReportError:
    if status in NOT_THERE:
        return ReportError(address, "there is nothing at this address", "check the address")
    return FetchError(address, f"cannot be fetched (the server answers {status})", "try again later")


async def _asked(address: str, marks: Mapping[str, str]) -> tuple[int, Answer]:
    timeout = aiohttp.ClientTimeout(total=LONGEST_WAIT)
    async with (
        aiohttp.ClientSession(headers={"User-Agent": USER_AGENT}, timeout=timeout) as session,
        session.get(address, headers=marks, max_redirects=MOST_REDIRECTS) as response,
    ):
        body = bytearray()
        async for piece in response.content.iter_chunked(1 << 16):
            body += piece
            if len(body) > LARGEST:
                raise ReportError(address, f"is larger than {LARGEST:,} bytes", "fetch it by other means")
        headers = response.headers
        answer = Answer(str(response.url), bytes(body), headers.get("ETag"), headers.get("Last-Modified"))
        return response.status, answer
