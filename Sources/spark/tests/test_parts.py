import json
import os
import tempfile
import unittest

from dibao_spark.parts import DamagedPart, read_part, succeed, write_part


class PartTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def test_a_part_comes_back_as_it_was_written(self):
        lines = [b"one", b"", "三\u2028".encode(), b"with \r"]
        part = write_part(self.folder.name, 3, lines)
        self.assertEqual(part["name"], "part-00003.jsonl")
        self.assertEqual(part["lines"], 4)
        self.assertEqual(list(read_part(self.folder.name, part)), lines)

    def test_a_part_without_lines_is_a_part(self):
        part = write_part(self.folder.name, 0, [])
        self.assertEqual((part["lines"], part["bytes"]), (0, 0))
        self.assertEqual(list(read_part(self.folder.name, part)), [])

    def test_a_second_attempt_writes_the_same(self):
        self.assertEqual(
            write_part(self.folder.name, 0, [b"a"]), write_part(self.folder.name, 0, [b"a"]))
        self.assertEqual(os.listdir(self.folder.name), ["part-00000.jsonl"])

    def test_an_attempt_that_fails_leaves_nothing(self):
        def broken():
            yield b"a"
            raise KeyError

        with self.assertRaises(KeyError):
            write_part(self.folder.name, 0, broken())
        self.assertEqual(os.listdir(self.folder.name), [])

    def test_damage_is_seen_at_the_end(self):
        part = write_part(self.folder.name, 0, [b"one", b"two", b"three"])
        with open(self.path(part["name"]), "rb") as file:
            whole = file.read()
        for damaged in (whole[:-1], whole[:4], b"", whole.replace(b"two", b"owt"),
                        whole + b"four\n"):
            with open(self.path(part["name"]), "wb") as file:
                file.write(damaged)
            with self.assertRaises(DamagedPart):
                list(read_part(self.folder.name, part))

    def test_success_lists_parts_in_order(self):
        parts = [write_part(self.folder.name, number, [b"x"]) for number in (1, 0)]
        succeed(self.folder.name, parts, lines=2)
        with open(self.path("_SUCCESS"), "rb") as file:
            record = json.load(file)
        self.assertEqual(
            [part["name"] for part in record["parts"]], ["part-00000.jsonl", "part-00001.jsonl"])
