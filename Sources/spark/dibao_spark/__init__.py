"""Runs Dibao over the partitions of a Spark job."""
