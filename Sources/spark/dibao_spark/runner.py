"""Puts the lines of a partition through a `dibao worker`, and never loses one in silence.

Spark's own `rdd.pipe` takes a worker that dies, or that stops reading, for one that is done. Here a
partition is done only when the worker has read to the end, ended with 0, and its trailer, what was
fed and what came back agree to the line and to the byte. Everything else is `WorkerFailed`, and with
it the task, which the engine tries again.
"""

import hashlib
import json
import os
import subprocess
import threading
from collections import deque

# The last words of a worker that failed, for the message.
LAST_WORDS = 20
# Seconds for a process to end after its streams are closed or it was killed.
PATIENCE = 60


class WorkerFailed(RuntimeError):
    """The answers of a worker cannot be relied on; none of the partition's may be used."""


class Worker:
    """One process, and the lines that go through it.

    `answers(lines)` is a generator: it gives the line of each answer as it comes. What was given
    before it raises is to be thrown away, which an engine does with the rows of a failed task.
    """

    def __init__(self, command):
        if not os.path.isabs(command[0]):
            raise ValueError(f"the path of the worker must be absolute: {command[0]}")
        self.command = command
        self.fed = 0
        self.received = 0
        self.feeder_error = None
        self.words = deque(maxlen=LAST_WORDS)

    def answers(self, lines):
        # No environment and no folder: the worker must not depend on either.
        process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={}, cwd="/")
        feeder = threading.Thread(target=self._feed, args=(process, lines), daemon=True)
        listener = threading.Thread(target=self._listen, args=(process,), daemon=True)
        feeder.start()
        listener.start()
        digest = hashlib.sha256()
        try:
            for line in process.stdout:
                digest.update(line)
                if not line.endswith(b"\n"):
                    raise WorkerFailed(self._told("the last line is torn"))
                self.received += 1
                yield line[:-1]
            self._settle(process, feeder, listener, digest.hexdigest())
        finally:
            # Whoever stops listening, for whatever reason, leaves no process behind.
            if process.poll() is None:
                process.kill()
            process.wait(PATIENCE)
            process.stdout.close()
            feeder.join(PATIENCE)
            listener.join(PATIENCE)

    def _feed(self, process, lines):
        try:
            for line in lines:
                if b"\n" in line:
                    raise ValueError("a line holds a line break")
                process.stdin.write(line + b"\n")
                self.fed += 1
        except BaseException as error:  # told by the thread that reads
            self.feeder_error = error
        finally:
            # Without this a worker waits for its next line for ever.
            try:
                process.stdin.close()
            except OSError as error:
                self.feeder_error = self.feeder_error or error

    def _listen(self, process):
        for line in process.stderr:
            self.words.append(line.decode("utf-8", "replace").rstrip("\n"))
        process.stderr.close()

    def _settle(self, process, feeder, listener, digest):
        """Raises unless everything adds up."""
        try:
            code = process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise WorkerFailed(self._told("it closed its output and did not end")) from None
        feeder.join(PATIENCE)
        listener.join(PATIENCE)
        if code != 0:
            how = f"signal {-code}" if code < 0 else f"exit code {code}"
            raise WorkerFailed(self._told(f"it ended with {how}"))
        if feeder.is_alive():
            raise WorkerFailed(self._told("it ended before it had read everything"))
        if isinstance(self.feeder_error, BrokenPipeError):
            raise WorkerFailed(self._told("it ended before it had read everything")) \
                from self.feeder_error
        if self.feeder_error is not None:
            raise self.feeder_error
        trailer = self._trailer()
        counts = {
            "fed": self.fed, "read": trailer.get("in"), "written": trailer.get("out"),
            "received": self.received,
        }
        if len(set(counts.values())) != 1:
            raise WorkerFailed(self._told(f"the counts differ: {counts}"))
        if trailer.get("sha256_out") != digest:
            raise WorkerFailed(self._told("what was received is not what was written"))

    def _trailer(self):
        try:
            trailer = json.loads(self.words[-1])
        except (IndexError, ValueError):
            raise WorkerFailed(self._told("it left no trailer")) from None
        if not isinstance(trailer, dict):
            raise WorkerFailed(self._told("its trailer is none"))
        return trailer

    def _told(self, what):
        words = "; ".join(self.words)
        return f"dibao worker: {what} (fed {self.fed}, received {self.received}; it said: {words})"


# How the answer to a line that could not be taken begins.
QUARANTINED = b'{"_status":"quarantined"'


def answers(command, lines):
    """The answers to `lines`; a line that the worker could not take is a failure, for the job wrote
    it."""
    worker = Worker(command)
    for line in worker.answers(lines):
        if line.startswith(QUARANTINED):
            answer = json.loads(line)
            raise WorkerFailed(
                f"dibao worker: line {answer.get('line')} was quarantined: {answer.get('reason')}")
        yield line
