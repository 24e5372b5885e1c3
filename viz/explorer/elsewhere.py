"""A desk in another process, so that no page waits for what takes long, and none is slowed down by it."""

from __future__ import annotations

import gc
import logging
import time
from collections import OrderedDict
from collections.abc import Iterator
from multiprocessing import get_context
from threading import Condition, Thread

from graph.store import Store
from viz.explorer.desk import Answer, AtOnce
from viz.explorer.work import WORKS, Question
from viz.explorer.worker import work

_MOST_KEPT, _MOST_WAITING = 120, 200
# Seconds that a page waits for what is being worked out, unless the last of its kind took longer.
_PATIENCE = 0.04
_log = logging.getLogger("chithi.explorer")


class Elsewhere:
    """Answers are kept until a newer one is there; what nobody asks for makes room. When the other process ends before
    its time, everything is worked out here."""

    def __init__(self, store: Store, address: str) -> None:
        """`address` is where the other process opens the store anew."""
        self._here = AtOnce(store)
        self._kept: OrderedDict[Question, Answer] = OrderedDict()
        # What somebody asked for goes before what is worked out ahead.
        self._asked: OrderedDict[Question, None] = OrderedDict()
        self._ahead: OrderedDict[Question, None] = OrderedDict()
        self._at: Question = ()
        self._took: dict[str, float] = {}
        self._failed: set[Question] = set()
        self._changed = Condition()
        self._open = True
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(address, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._listening = Thread(target=self._listen, daemon=True)
        self._listening.start()

    def ask(self, question: Question, revision: str, *, wait: bool = False) -> Answer | None:
        until = time.monotonic() + _PATIENCE if self._took.get(question[0], 0.0) <= _PATIENCE else 0.0
        with self._changed:
            while True:
                kept = self._kept.get(question)
                if kept is not None:
                    self._kept.move_to_end(question)
                    if kept.revision == revision:
                        return kept
                if not self._open or question in self._failed:
                    self._failed.discard(question)
                    break
                self._want(question)
                left = until - time.monotonic() if question == self._at else 0.0
                if left <= 0 and (kept is not None or not wait):
                    return kept
                self._changed.wait(left if left > 0 else None)
        return self._here.ask(question, revision)

    def ahead(self, question: Question, revision: str) -> None:
        """Work it out when nobody waits for anything, and return when that is done, or the desk is closed."""
        with self._changed:
            # What is being worked out for somebody need not be worked out twice.
            self._changed.wait_for(lambda: not self._open or question != self._at)
            kept = self._kept.get(question)
            if kept is not None and kept.revision == revision:
                return
            self._ahead[question] = None
            self._next()
            self._changed.wait_for(lambda: not self._open or not self._waits(question))

    def waits(self, question: Question) -> bool:
        with self._changed:
            return self._open and self._waits(question)

    def close(self) -> None:
        with self._changed:
            self._open = False
            self._changed.notify_all()
        self._process.terminate()
        self._process.join()
        self._listening.join()
        self._line.close()

    def _waits(self, question: Question) -> bool:
        return question == self._at or question in self._asked or question in self._ahead

    def _want(self, question: Question) -> None:
        """Have it worked out before what nobody waits for; the lists, which most pages need, before everything."""
        if question == self._at:
            return
        self._ahead.pop(question, None)
        self._asked.setdefault(question)
        if len(question) == 1:
            self._asked.move_to_end(question, last=False)
        while len(self._asked) > _MOST_WAITING:
            self._asked.popitem()
        self._next()

    def _next(self) -> None:
        if self._open and not self._at and (self._asked or self._ahead):
            self._at, _ = (self._asked or self._ahead).popitem(last=False)
            try:
                self._line.send(self._at)
            except OSError:
                self._end()

    def _listen(self) -> None:
        """Take up the answers as they come."""
        while True:
            try:
                revision, pieces, seconds = self._line.recv()
                question = self._at
                # What comes has no rings: to look through it would take longer than most pages. What pages left
                # behind before it would stay for good once it is frozen: it goes first.
                gc.collect()
                gc.disable()
                found = None if pieces is None else WORKS[question[0]].unpack(self._pieces(pieces))
            except (EOFError, OSError):
                with self._changed:
                    self._end()
                return
            except Exception:  # of an answer that cannot be taken up the rest would be taken for the next one
                _log.exception("what was worked out ahead cannot be taken up")
                self._process.terminate()
                with self._changed:
                    self._end()
                return
            finally:
                gc.freeze()
                gc.enable()
            with self._changed:
                self._at = ()
                self._took[question[0]] = seconds
                if pieces is None:
                    self._failed.add(question)
                else:
                    self._kept[question] = Answer(revision, found)
                while len(self._kept) > _MOST_KEPT:
                    self._kept.popitem(last=False)
                self._next()
                self._changed.notify_all()

    def _pieces(self, number: int) -> Iterator[bytes]:
        for _ in range(number):
            yield self._line.recv_bytes()

    def _end(self) -> None:
        """Nobody answers any more."""
        if self._open:
            _log.warning("the process that works ahead has ended; pages are worked out when they are asked for")
        self._open = False
        self._at = ()
        self._changed.notify_all()
