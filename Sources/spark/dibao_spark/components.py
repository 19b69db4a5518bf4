"""Connected components as joins: large-star and small-star (Kiveris and others, 2014).

Labels that only travel from neighbour to neighbour need as many rounds as a chain is long; stars
halve it. Each round is checkpointed, so that its plan does not grow with the rounds before.
"""

from pyspark import StorageLevel
from pyspark.sql import functions as F

MOST_ROUNDS = 50


class NotConverged(RuntimeError):
    """The components did not settle: a fault of the program, for stars always do."""


def components(edges):
    """(document, component) of every document in an edge (a, b); a component is called after its
    least document."""
    stars = _settled(edges.select(
        F.greatest("a", "b").alias("high"), F.least("a", "b").alias("low")
    ).where("high != low").distinct())
    mark = _mark(stars)
    for _ in range(MOST_ROUNDS):
        stars = _settled(_small_star(_large_star(stars)))
        before, mark = mark, _mark(stars)
        if mark == before:
            roots = stars.select(F.col("low").alias("document")).distinct()
            return stars.select(
                F.col("high").alias("document"), F.col("low").alias("component")
            ).union(roots.select("document", F.col("document").alias("component")))
    raise NotConverged(f"components did not settle in {MOST_ROUNDS} rounds")


def _settled(edges):
    """The edges on the disk, without the plan that made them. A checkpoint alone makes them twice:
    once to count, once to write."""
    once = edges.persist(StorageLevel.DISK_ONLY)
    written = once.checkpoint()
    once.unpersist()
    return written


def _large_star(edges):
    """Each document hands its higher neighbours to the least document that it knows."""
    both = edges.select(F.col("high").alias("one"), F.col("low").alias("other")).union(
        edges.select("low", "high"))
    least = both.groupBy("one").agg(F.least(F.min("other"), F.col("one")).alias("least"))
    return both.join(least, "one").where("other > one").select(
        F.col("other").alias("high"), F.col("least").alias("low")).distinct()


def _small_star(edges):
    """Each document hands itself and its lower neighbours to the least of them."""
    least = edges.groupBy("high").agg(F.min("low").alias("least"))
    moved = edges.join(least, "high").where("low != least").select(
        F.col("low").alias("high"), F.col("least").alias("low"))
    return moved.union(least.select("high", F.col("least").alias("low"))).distinct()


def _mark(edges):
    """Says whether two rounds gave the same edges: how many, and the sum of their hashes."""
    row = edges.agg(
        F.count(F.lit(1)), F.sum(F.xxhash64("high", "low").cast("decimal(38,0)"))).first()
    return row[0], row[1]
