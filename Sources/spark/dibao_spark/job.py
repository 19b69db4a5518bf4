"""The job: reads the documents of a frozen list in workers, finds the copies among them as joins,
and has `dibao assemble` make and publish the tables.

    python -m dibao_spark --binary /usr/local/bin/dibao --config /srv/news/pipeline.json \\
        --job /srv/news/job --master local[2]

The job's folder, the inputs, the binary and the pipeline file must lie under the same paths on
every machine. Nothing is published unless every step is whole.
"""

import argparse
import base64
import json
import os
import shutil
import struct
import subprocess
import sys
import time
from collections import deque

from pyspark import StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

from dibao_spark.candidates import candidate_pairs, same_address_groups, same_text_links
from dibao_spark.components import components
from dibao_spark.parts import read_part, succeed, write_file, write_part
from dibao_spark.runner import answers
from dibao_spark.worklist import WorkList, document_key, worker_lines

DOCUMENT = T.StructType([
    T.StructField("key", T.LongType(), False),
    T.StructField("sha256", T.StringType(), False),
    T.StructField("place", T.StringType(), False),
    T.StructField("text", T.LongType()),
    T.StructField("length", T.LongType(), False),
    T.StructField("address", T.StringType()),
    T.StructField("bands", T.ArrayType(T.LongType(), False), False),
    T.StructField("note", T.BinaryType(), False),
])
LINK = T.StructType([
    T.StructField("a", T.LongType(), False),
    T.StructField("b", T.LongType(), False),
    T.StructField("method", T.StringType(), False),
    T.StructField("similarity", T.DoubleType(), False),
])


# Documents of one address that go to a worker together, beside the first ones.
ADDRESS_GROUP = 500
# What `dibao assemble` ends with where it published, but some files could not be read.
INCOMPLETE = 3


class AssembleFailed(RuntimeError):
    """Nothing was published; the words are those of `dibao assemble`."""


class Job:
    """One job: its folder, and what it runs."""

    def __init__(self, spark, binary, config, folder, most_groups=2_000, most_bytes=64 << 20,
                 documents_per_part=50_000):
        self.spark = spark
        self.binary = os.path.abspath(binary)
        self.config = os.path.abspath(config)
        self.folder = os.path.abspath(folder)
        self.limits = (most_groups, most_bytes)
        self.documents_per_part = documents_per_part

    # The steps

    def run(self):
        self._make_folder()
        steps = [("list", self.freeze), ("read", self.read), ("copies", self.find_copies),
                 ("assemble", self.assemble)]
        for name, step in steps:
            begun = time.monotonic()
            words = step()
            print(f"dibao-spark: {name}: {words}, {time.monotonic() - begun:.1f} s",
                  file=sys.stderr)

    def freeze(self):
        """The list of what there is to read, once and for all steps."""
        path = self._path("list.jsonl")
        listed = subprocess.run(
            [self.binary, "list", "-c", self.config], stdout=subprocess.PIPE, check=True)
        write_file(path, listed.stdout)
        self.list = WorkList(path, *self.limits)
        return f"{self.list.end['files']} files in {len(self.list.partitions)} partitions"

    def read(self):
        """A part of records for each partition of the list."""
        command = [self.binary, "worker", "-c", self.config, "--step", "read"]
        folder, path, largest = self._path("read"), self.list.path, self.list.end["largest_file"]

        def read_partition(partition):
            number, start, end = partition
            lines = worker_lines(path, start, end, largest)
            return write_part(folder, number, answers(command, lines))

        slices = max(1, len(self.list.partitions))
        self.read_parts = self.spark.sparkContext.parallelize(
            self.list.partitions, slices).map(read_partition).collect()
        groups = sum(part["lines"] for part in self.read_parts)
        if groups != self.list.end["groups"]:
            raise RuntimeError(f"{groups} groups were read, {self.list.end['groups']} are listed")
        succeed(folder, self.read_parts, lines=groups, list_sha256=self.list.end["sha256"])
        return f"{groups} groups"

    def find_copies(self):
        """The groups of copies, as parts; documents by themselves stand in none."""
        if not self.list.end["dedupe"]:
            return "not looked for"
        documents = self._documents().persist(StorageLevel.DISK_ONLY)
        links, templates = self._links(documents)
        grouped = components(links)
        members = grouped.join(
            documents, F.col("document") == F.col("key")
        ).groupBy("component").agg(
            F.sort_array(F.collect_list(F.struct("place", "key", "note"))).alias(
                "documents"))
        one = grouped.select(F.col("document").alias("a"), "component")
        other = grouped.select(F.col("document").alias("b"), F.col("component").alias("other"))
        joined = links.join(one, "a").groupBy("component").agg(
            F.collect_list(F.struct("a", "b", "method", "similarity")).alias("links"))
        apart = templates.join(one, "a").join(other, "b").where("component = other").groupBy(
            "component").agg(F.collect_list(F.struct("a", "b")).alias("apart"))
        everything = members.join(joined, "component").join(apart, "component", "left")
        count = documents.count()
        parts = self._cluster(everything, 1 + count // self.documents_per_part)
        copies = sum(part.pop("copies") for part in parts)
        succeed(self._path("copies"), parts, lines=sum(part["lines"] for part in parts),
                documents=count, copies=copies, list_sha256=self.list.end["sha256"])
        documents.unpersist()
        return f"{copies} copies among {count} documents"

    def assemble(self):
        """The rest of a run, with what the steps before have made."""
        done = subprocess.run(
            [self.binary, "assemble", "-c", self.config, "--from", self.folder],
            stderr=subprocess.PIPE, text=True, errors="replace")
        words = done.stderr.strip().splitlines() or ["it said nothing"]
        if done.returncode not in (0, INCOMPLETE):
            raise AssembleFailed("; ".join(words[-3:]))
        self.exit_code = done.returncode
        return words[-1]

    # Their parts

    def _documents(self):
        """One row for each different document, the first of those with the same bytes."""
        folder = self._path("read")
        context = self.spark.sparkContext
        rows = context.parallelize(self.read_parts, max(1, len(self.read_parts))).flatMap(
            lambda part: _rows(folder, part))
        everything = self.spark.createDataFrame(rows, DOCUMENT, verifySchema=False)
        first = everything.groupBy("sha256").agg(F.min("key").alias("key"))
        return everything.join(first.select("key"), "key")

    def _links(self, documents):
        """What makes two documents one, and the pairs that only look like it."""
        limits = self.list.end
        compared = self._work(
            candidate_pairs(documents, limits["bucket"], limits["neighbours"]).join(
                documents.select(F.col("key").alias("a"), F.col("note").alias("one")), "a").join(
                documents.select(F.col("key").alias("b"), F.col("note").alias("other")), "b"),
            "compare", _pair_line, _pair_links).persist(StorageLevel.DISK_ONLY)
        links = same_text_links(documents, limits["versions"]).union(
            self._work(
                same_address_groups(documents, limits["versions"], ADDRESS_GROUP), "address",
                _address_line, _address_links)
        ).union(compared.where("method = 'near'"))
        return links.persist(StorageLevel.DISK_ONLY), compared.where("method = 'apart'")

    def _work(self, rows, step, line, links):
        """Links that a step of the worker finds in rows: `line` makes a row's line and what is
        needed to read its answer, `links` reads it."""
        command = [self.binary, "worker", "-c", self.config, "--step", step]

        def run(partition):
            waiting = deque()

            def lines():
                for row in partition:
                    text, key = line(row)
                    waiting.append(key)
                    yield text

            for line_of_answer in answers(command, lines()):
                yield from links(json.loads(line_of_answer), waiting.popleft())

        return self.spark.createDataFrame(
            rows.rdd.mapPartitions(run), LINK, verifySchema=False)

    def _cluster(self, components_of_documents, count):
        command = [self.binary, "worker", "-c", self.config, "--step", "cluster"]
        folder = self._path("copies")

        def cluster(number, partition):
            copies = 0

            def lines():
                nonlocal copies
                for line in answers(command, map(_cluster_line, partition)):
                    copies += len(json.loads(line)["copies"])
                    yield line

            part = write_part(folder, number, lines())
            yield dict(part, copies=copies)

        return components_of_documents.repartition(count, "component").sortWithinPartitions(
            "component").rdd.mapPartitionsWithIndex(cluster).collect()

    # The folder

    def _path(self, name):
        return os.path.join(self.folder, name)

    def _make_folder(self):
        """The folder must be new or empty: a part of another job is worse than none."""
        os.makedirs(self.folder, exist_ok=True)
        if os.listdir(self.folder):
            raise SystemExit(f"dibao-spark: {self.folder} is not empty; give each job its own folder")
        for name in ("read", "copies", "checkpoints"):
            os.mkdir(self._path(name))
        self.spark.sparkContext.setCheckpointDir(self._path("checkpoints"))

    def drop_checkpoints(self):
        shutil.rmtree(self._path("checkpoints"), ignore_errors=True)


def _rows(folder, part):
    for line in read_part(folder, part):
        group = json.loads(line)
        for place, document in enumerate(group["documents"]):
            keys = document["keys"]
            bands = base64.b64decode(keys["bands"])
            yield (
                document_key(group["number"], place), document["sha256"], keys["place"],
                None if keys["text"] is None else int(keys["text"]), keys["length"],
                keys["address"], list(struct.unpack(f"<{len(bands) // 8}q", bands)),
                bytearray(base64.b64decode(document["note"])))


def _text(note):
    return base64.b64encode(note).decode()


def _pair_line(row):
    return json.dumps({"notes": [_text(row.one), _text(row.other)]}).encode(), (row.a, row.b)


def _pair_links(answer, pair):
    if answer["verdict"] == "same":
        yield (*pair, "near", float(answer["similarity"]))
    elif answer["verdict"] == "template":
        yield (*pair, "apart", float(answer["similarity"]))


def _address_line(row):
    notes = [_text(document.note) for document in row.documents]
    return json.dumps({"notes": notes}).encode(), [document.key for document in row.documents]


def _address_links(answer, keys):
    for first, second in answer["links"]:
        yield keys[first], keys[second], "url", 1.0


def _cluster_line(row):
    places = {document.key: place for place, document in enumerate(row.documents)}
    links = sorted(
        (places[link.a], places[link.b], link.method, link.similarity) for link in row.links)
    apart = sorted((places[pair.a], places[pair.b]) for pair in row.apart or [])
    return json.dumps({
        "notes": [_text(document.note) for document in row.documents],
        "links": [
            {"first": first, "second": second, "method": method, "similarity": similarity}
            for first, second, method, similarity in links],
        "apart": apart,
    }).encode()


def session(master, partitions, failures=None):
    builder = SparkSession.builder.appName("dibao").config(
        "spark.sql.shuffle.partitions", partitions).config("spark.ui.enabled", "false").config(
        "spark.ui.showConsoleProgress", "false")
    if master:
        builder = builder.master(master)
    if failures is not None:
        builder = builder.config("spark.task.maxFailures", failures)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="dibao_spark", description=__doc__.split("\n\n")[0])
    parser.add_argument("--binary", required=True, help="the program, under the same path everywhere")
    parser.add_argument("--config", required=True, help="the pipeline file")
    parser.add_argument("--job", required=True, help="an empty folder that all machines see")
    parser.add_argument("--master", help="left out: as spark-submit says")
    parser.add_argument("--partition-groups", type=int, default=2_000)
    parser.add_argument("--partition-bytes", type=int, default=64 << 20)
    parser.add_argument("--shuffle-partitions", type=int, default=8)
    options = parser.parse_args(arguments)
    spark = session(options.master, options.shuffle_partitions)
    try:
        job = Job(spark, options.binary, options.config, options.job, options.partition_groups,
                  options.partition_bytes)
        job.run()
        job.drop_checkpoints()
    finally:
        spark.stop()
    return job.exit_code
