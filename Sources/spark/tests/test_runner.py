import os
import sys
import threading
import unittest
from unittest import mock

from dibao_spark import runner
from dibao_spark.runner import Worker, WorkerFailed, answers

FAKE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fake_worker.py")


def command(fault="none"):
    return [sys.executable, FAKE, fault]


def lines(count):
    return [b'{"number":%d}' % number for number in range(count)]


class RunnerTests(unittest.TestCase):
    def test_every_line_comes_back_in_order(self):
        self.assertEqual(list(Worker(command()).answers(lines(1000))), lines(1000))

    def test_nothing_in_is_nothing_out(self):
        self.assertEqual(list(Worker(command()).answers([])), [])

    def test_more_than_the_pipes_hold_passes(self):
        long = [b'{"a":"' + b"x" * 200_000 + b'"}'] * 20
        self.assertEqual(list(Worker(command()).answers(long)), long)

    def test_every_fault_of_a_worker_fails_the_task(self):
        expected = {
            "killed": "signal 9",
            "early-exit": "trailer",
            "early-trailer": "differ",
            "code": "exit code 3",
            "torn": "torn",
            "drops": "differ",
            "alters": "not what was written",
            "silent": "trailer",
            "lies": "differ",
        }
        for fault, words in expected.items():
            with self.subTest(fault), self.assertRaises(WorkerFailed) as caught:
                list(Worker(command(fault)).answers(lines(10)))
            self.assertIn(words, str(caught.exception), fault)

    def test_a_worker_that_stops_reading_a_long_input_fails_the_task(self):
        for fault in ("early-exit", "early-trailer", "killed"):
            with self.subTest(fault), self.assertRaises(WorkerFailed):
                list(Worker(command(fault)).answers(lines(200_000)))

    def test_a_worker_that_does_not_end_is_killed(self):
        with mock.patch.object(runner, "PATIENCE", 1), self.assertRaises(WorkerFailed):
            list(Worker(command("lingers")).answers(lines(3)))

    def test_a_fault_of_the_input_is_told_and_hangs_nothing(self):
        def broken():
            yield from lines(3)
            raise KeyError("the partition is broken")

        with self.assertRaises(KeyError):
            list(Worker(command()).answers(broken()))

    def test_who_stops_listening_leaves_no_process(self):
        started, threads = [], threading.active_count()
        popen = runner.subprocess.Popen

        def note(*arguments, **named):
            started.append(popen(*arguments, **named))
            return started[-1]

        with mock.patch.object(runner.subprocess, "Popen", note):
            rows = Worker(command()).answers(lines(100_000))
            next(rows)
            rows.close()
        self.assertIsNotNone(started[0].returncode)
        self.assertEqual(threading.active_count(), threads)

    def test_a_quarantined_line_fails_the_task(self):
        with self.assertRaises(WorkerFailed) as caught:
            list(answers(command("quarantines"), lines(5)))
        self.assertIn("line 3 was quarantined: no JSON", str(caught.exception))

    def test_the_worker_has_no_environment_and_an_absolute_path(self):
        with self.assertRaises(ValueError):
            Worker(["dibao", "worker"])
        with mock.patch.object(runner.subprocess, "Popen", side_effect=OSError) as popen:
            with self.assertRaises(OSError):
                list(Worker(command()).answers([]))
        self.assertEqual(popen.call_args.kwargs["env"], {})
        self.assertEqual(popen.call_args.kwargs["cwd"], "/")
