"""Pairs of documents that are worth comparing, as joins: the same pairs, with the same caps, as
`Deduper` finds on one machine. The keys come from the worker, the limits from the list."""

from pyspark.sql import functions as F
from pyspark.sql.window import Window


def candidate_pairs(documents, limit, neighbours):
    """Distinct (a, b) of documents (key, place, bands) that share a band; a stands before b. In a
    bucket of more than `limit` documents each meets its next `neighbours` only."""
    buckets = documents.select("key", "place", F.explode("bands").alias("band"))
    bucket = Window.partitionBy("band")
    ahead = bucket.orderBy("place").rowsBetween(1, limit - 1)
    met = buckets.select(
        F.col("key").alias("a"), F.count(F.lit(1)).over(bucket).alias("count"),
        F.collect_list("key").over(ahead).alias("next"))
    reached = F.when(
        F.col("count") > limit, F.slice("next", 1, neighbours)).otherwise(F.col("next"))
    return met.where("count > 1").select("a", F.explode(reached).alias("b")).distinct()


def same_text_links(documents, versions):
    """Each document with those before it of its text, out of the first `versions` that have it."""
    ranked = documents.where("text is not null").select(
        "key", "text", "length",
        F.row_number().over(Window.partitionBy("text").orderBy("place")).alias("rank"))
    first = ranked.where(F.col("rank") <= versions).select(
        F.col("key").alias("a"), "text", "length", F.col("rank").alias("before"))
    return first.join(ranked, ["text", "length"]).where("before < rank").select(
        "a", F.col("key").alias("b"), F.lit("text").alias("method"),
        F.lit(1.0).alias("similarity"))


def same_address_groups(documents, versions, together):
    """Documents (key, place, note) of one address, in order: the first `versions` and some of the
    others, so that each pair of a first one and a later one is in a group, and no group is large."""
    ranked = documents.where("address is not null").select(
        "address", F.struct("place", "key", "note").alias("document"),
        (F.row_number().over(Window.partitionBy("address").orderBy("place")) - 1).alias("rank"))
    first = ranked.where(F.col("rank") < versions).groupBy("address").agg(
        F.sort_array(F.collect_list("document")).alias("first"))
    others = ranked.where(F.col("rank") >= versions).groupBy(
        "address", F.floor((F.col("rank") - versions) / together).alias("group")
    ).agg(F.sort_array(F.collect_list("document")).alias("others"))
    return first.join(others, "address", "left").select(
        F.concat("first", F.coalesce("others", F.expr("slice(first, 1, 0)"))).alias("documents")
    ).where(F.size("documents") > 1)
