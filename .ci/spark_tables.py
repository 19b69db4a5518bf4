"""What spark-demo and spark-faults share: pipelines for one corpus with an output each, and holding
two exports against one another."""

import csv
import json
import os
import pathlib
import shutil
import subprocess

csv.field_size_limit(1 << 30)


def pipeline(output, articles):
    """The repository's own pipeline file, reading `articles` and publishing in `output`."""
    root = pathlib.Path.cwd()
    plan = json.loads((root / "pipeline.json").read_text())
    plan["inputs"] = [{"path": str(root / articles)}]
    plan["output"]["root"] = str(output)
    for stage in plan["stages"]:
        if "lookups" in stage:
            stage["lookups"] = str(root / stage["lookups"])
    path = output.parent / f"{output.name}.json"
    path.write_text(json.dumps(plan))
    return path


def fresh(name):
    folder = pathlib.Path.cwd() / ".build-spark" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def run(binary, output, articles):
    """`dibao run` on one machine."""
    config = pipeline(output, articles)
    subprocess.run([binary, "run", "-q", "-c", config], check=True)
    return output


def tables(output):
    """Name -> rows of each table of an export."""
    found = {}
    for path in sorted((output / "current").glob("*.csv")):
        if not path.name.endswith(".excel.csv"):
            with open(path, newline="", encoding="utf-8") as file:
                found[path.stem] = list(csv.reader(file))[1:]
    return found


def differences(one, other):
    """The files of two exports that are not the same, but for what differs by nature."""
    def files(output):
        return {name: (output / "current" / name).read_bytes()
                for name in os.listdir(output / "current") if name != "run.json"}
    first, second = files(one), files(other)
    return sorted(name for name in {*first, *second} if first.get(name) != second.get(name))
