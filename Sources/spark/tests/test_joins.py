"""The joins, held against the same thing done plainly."""

import os
import random
import shutil
import tempfile
import unittest
from collections import defaultdict

from dibao_spark.candidates import candidate_pairs, same_address_groups, same_text_links
from dibao_spark.components import components
from dibao_spark.job import session

LIMIT, NEIGHBOURS, VERSIONS = 200, 40, 3


class JoinTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.spark = session("local[2]", 4)
        cls.spark.sparkContext.setCheckpointDir(os.path.join(cls.folder, "checkpoints"))

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        shutil.rmtree(cls.folder)

    # Components

    def components(self, edges):
        frame = self.spark.createDataFrame(edges, "a long, b long")
        return {row.document: row.component for row in components(frame).collect()}

    @staticmethod
    def plainly(edges):
        parents = {}

        def root(document):
            while parents.setdefault(document, document) != document:
                document = parents[document]
            return document

        for a, b in edges:
            one, other = root(a), root(b)
            parents[max(one, other)] = min(one, other)
        return {document: root(document) for document in parents}

    def test_a_long_shuffled_chain_is_one_component(self):
        names = list(range(100))
        random.Random(1).shuffle(names)
        edges = list(zip(names, names[1:]))
        self.assertEqual(set(self.components(edges).values()), {0})

    def test_components_are_those_of_a_plain_search(self):
        dice = random.Random(2)
        edges = [(dice.randrange(400), dice.randrange(400)) for _ in range(260)]
        edges += [(1 << 40, document) for document in range(500, 600)]
        edges += [(7, 8), (8, 7), (7, 7)]
        expected = {
            document: component for document, component in self.plainly(edges).items()
            if any(document in edge and edge[0] != edge[1] for edge in edges)}
        self.assertEqual(self.components(edges), expected)

    def test_no_edges_are_no_components(self):
        self.assertEqual(self.components([]), {})

    # Candidates

    def documents(self, bands):
        """Places run against the keys, so that nobody takes one for the other."""
        rows = [(1000 - number, f"{number:05d}", list(own)) for number, own in enumerate(bands)]
        return rows, self.spark.createDataFrame(
            rows, "key long, place string, bands array<long>")

    def test_pairs_are_those_of_the_buckets_with_their_caps(self):
        dice = random.Random(3)
        bands = [{-dice.randrange(1, 40), dice.randrange(60)} for _ in range(200)]
        for number in range(LIMIT + 30):  # one bucket is too large
            if number >= len(bands):
                bands.append(set())
            bands[number].add(1 << 62)
        for number in range(LIMIT):  # and one just not
            bands[number].add((1 << 62) + 1)
        rows, frame = self.documents(bands)
        buckets = defaultdict(list)
        for key, place, own in rows:
            for band in own:
                buckets[band].append((place, key))
        expected = set()
        for bucket in buckets.values():
            bucket.sort()
            reach = NEIGHBOURS if len(bucket) > LIMIT else len(bucket)
            for first, (_, a) in enumerate(bucket):
                expected.update((a, b) for _, b in bucket[first + 1:first + 1 + reach])
        found = [(row.a, row.b) for row in candidate_pairs(frame, LIMIT, NEIGHBOURS).collect()]
        self.assertEqual(len(found), len(set(found)))
        self.assertEqual(set(found), expected)

    def test_equal_texts_are_linked_to_the_first_ones(self):
        rows = [
            (3, "00001", 7, 10), (1, "00002", 7, 10), (2, "00003", 7, 10), (4, "00000", 7, 11),
            (7, "00004", 7, 10), (9, "00008", 7, 10), (5, "00005", None, 0), (6, "00006", None, 0),
            (8, "00007", 9, 10)]
        frame = self.spark.createDataFrame(rows, "key long, place string, text long, length long")
        self.assertEqual(
            {(row.a, row.b, row.method, row.similarity)
             for row in same_text_links(frame, VERSIONS).collect()},
            {(a, b, "text", 1.0) for a, b in [(3, 1), (3, 2), (3, 7), (3, 9), (1, 2), (1, 7), (1, 9)]})

    def test_each_pair_of_an_address_with_a_first_one_is_in_a_group(self):
        sizes = {"a.cn/1": 23, "a.cn/2": 3, "a.cn/3": 1, "a.cn/4": 4}
        rows = [
            (1000 * page + number, f"{number:05d}", address, bytearray(b"note"))
            for page, (address, size) in enumerate(sizes.items()) for number in range(size)]
        rows.append((9_999, "00000", None, bytearray(b"note")))
        random.Random(4).shuffle(rows)
        frame = self.spark.createDataFrame(
            rows, "key long, place string, address string, note binary")
        groups = [
            [document.key for document in row.documents]
            for row in same_address_groups(frame, VERSIONS, 5).collect()]
        self.assertTrue(all(len(group) <= VERSIONS + 5 for group in groups))
        found = {(a, b) for group in groups for number, b in enumerate(group)
                 for a in group[:min(number, VERSIONS)]}
        expected = {
            (1000 * page + a, 1000 * page + b) for page, size in enumerate(sizes.values())
            for b in range(size) for a in range(min(b, VERSIONS))}
        self.assertEqual(found, expected)
