import base64
import gzip
import hashlib
import json
import os
import tempfile
import unittest

from dibao_spark.worklist import DamagedList, WorkList, document_key


class WorkListTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def list(self, groups, rejects=(), change=lambda content: content, **limits):
        lines = [
            json.dumps({"number": number, "files": files}) for number, files in enumerate(groups)]
        lines += [json.dumps({"reject": reject}) for reject in rejects]
        body = "".join(line + "\n" for line in lines).encode()
        end = {"groups": len(groups), "files": 0, "rejects": len(rejects), "largest_file": 1000,
               "sha256": hashlib.sha256(body).hexdigest()}
        return WorkList(
            self.write("list.jsonl", change(body + json.dumps(end).encode() + b"\n")), **limits)

    def file(self, name, content, **more):
        return dict(path=name, location=self.write(name, content), size=len(content), **more)

    def lines(self, worklist):
        return [json.loads(line) for _, start, end in worklist.partitions
                for line in worklist.lines(start, end)]

    def test_every_group_is_in_one_partition_in_order(self):
        groups = [[self.file(f"{number}.txt", b"x" * number)] for number in range(25)]
        for limits in ({"most_groups": 4}, {"most_bytes": 30}, {"most_groups": 1}, {}):
            worklist = self.list(groups, [{"path": "bad"}], **limits)
            numbers = [line["number"] for line in self.lines(worklist)]
            self.assertEqual(numbers, list(range(25)))
            self.assertEqual(
                [number for number, _, _ in worklist.partitions],
                list(range(len(worklist.partitions))))
        self.assertEqual(len(self.list(groups, most_groups=4).partitions), 7)

    def test_a_list_without_groups_has_no_partitions(self):
        self.assertEqual(self.list([], [{"path": "bad"}]).partitions, [])

    def test_a_list_that_was_cut_or_changed_is_refused(self):
        groups = [[self.file("a.txt", b"a")], [self.file("b.txt", b"b")]]
        for change in (
                lambda content: content.rsplit(b"\n", 2)[0] + b"\n",
                lambda content: content.split(b"\n", 1)[1],
                lambda content: content.replace(b"b.txt", b"c.txt"),
                lambda content: content + b'{"number":2,"files":[]}\n'):
            with self.assertRaises(DamagedList):
                self.list(groups, change=change)

    def test_files_are_sent_as_they_lie_there_with_their_hints(self):
        packed = gzip.compress(b"content")
        line, = self.lines(self.list([[
            self.file("a.html.gz", packed, publisher="江城新闻", encoding="gb18030")]]))
        sent, = line["files"]
        self.assertEqual(base64.b64decode(sent["content"]), packed)
        self.assertEqual(
            {key: sent[key] for key in sent if key != "content"},
            {"path": "a.html.gz", "size": len(packed), "publisher": "江城新闻",
             "encoding": "gb18030"})

    def test_what_cannot_be_read_is_told_by_its_number(self):
        gone = dict(path="gone", location=os.path.join(self.folder, "gone"), size=1)
        pipe = os.path.join(self.folder, "pipe")
        os.mkfifo(pipe)
        lines = self.lines(self.list([
            [gone], [dict(path="pipe", location=pipe, size=1)],
            [self.file("large", b"x" * 1001)]]))
        self.assertEqual(
            [line["files"][0].get("errno") for line in lines], [2, 6, None])
        self.assertEqual(lines[2]["files"][0]["content"], "")

    def test_records_of_archives_are_cut_out(self):
        first, second = gzip.compress(b"WARC one"), gzip.compress(b"WARC two")
        own = self.file("own.warc.gz", first + second)
        own.update(size=len(second), record={
            "start": len(first), "stored": len(second), "packed": True, "skip": 0, "length": 8})
        content = b"".join(b"%06d" % number for number in range(40_000))
        place = self.write("shared.warc.gz", gzip.compress(content[:99_999]) + gzip.compress(
            content[99_999:]))
        shared = [
            dict(path="shared", location=place, size=length, record={
                "start": 0, "packed": True, "skip": skip, "length": length})
            for skip, length in ((0, 6), (6, 99_000), (99_990, 30), (150_000, 90_000), (12, 6))]
        sent = [line["files"][0] for line in self.lines(self.list([[own]] + [[f] for f in shared]))]
        self.assertEqual(base64.b64decode(sent[0]["content"]), second)
        self.assertEqual(sent[0]["record"], {"packed": True, "skip": 0, "length": 8})
        for file, answer in zip(shared, sent[1:]):
            record = file["record"]
            self.assertEqual(
                base64.b64decode(answer["content"]),
                content[record["skip"]:record["skip"] + record["length"]])
            self.assertFalse(answer["record"]["packed"])

    def test_keys_are_unique_and_in_order(self):
        keys = [document_key(group, place) for group in (0, 1, 2) for place in (0, 1, 1_000_000)]
        self.assertEqual(keys, sorted(set(keys)))
        with self.assertRaises(OverflowError):
            document_key(0, 1 << 20)
