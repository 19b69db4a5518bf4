"""The files of a job: written whole or not at all, and read back against their sums."""

import hashlib
import json
import os
import tempfile

SUCCESS = "_SUCCESS"


class DamagedPart(RuntimeError):
    """A part is not what was written."""


def part_name(number):
    return f"part-{number:05d}.jsonl"


def write_part(folder, number, lines):
    """Writes the lines as a part and gives what is recorded of it. Two attempts at one part write
    the same bytes, each to a file of its own, and the last rename wins."""
    name = part_name(number)
    digest, count, size = hashlib.sha256(), 0, 0
    with _new_file(folder, name) as (file, publish):
        for line in lines:
            piece = line + b"\n"
            file.write(piece)
            digest.update(piece)
            count += 1
            size += len(piece)
        publish()
    return {"name": name, "lines": count, "bytes": size, "sha256": digest.hexdigest()}


def read_part(folder, part):
    """The lines of a part. Raises at its end where it is not the one that was recorded."""
    digest, count = hashlib.sha256(), 0
    with open(os.path.join(folder, part["name"]), "rb") as file:
        for line in file:
            if not line.endswith(b"\n"):
                raise DamagedPart(f"{folder}/{part['name']}: line {count + 1} is cut")
            digest.update(line)
            count += 1
            yield line[:-1]
    if count != part["lines"] or digest.hexdigest() != part["sha256"]:
        raise DamagedPart(
            f"{folder}/{part['name']}: {count} lines with the sum {digest.hexdigest()[:16]}, "
            f"recorded were {part['lines']} with {part['sha256'][:16]}")


def succeed(folder, parts, **facts):
    """Says that a folder is complete, and what is in it. Nothing in it counts before."""
    record = dict(facts, parts=sorted(parts, key=lambda part: part["name"]))
    with _new_file(folder, SUCCESS) as (file, publish):
        file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
        publish()


def write_file(path, content):
    with _new_file(os.path.dirname(path), os.path.basename(path)) as (file, publish):
        file.write(content)
        publish()


class _new_file:
    """A file that has its name only once it is whole and on the disk."""

    def __init__(self, folder, name):
        self.folder, self.name = folder, name

    def __enter__(self):
        number, self.path = tempfile.mkstemp(prefix=f".{self.name}.", dir=self.folder)
        self.file = os.fdopen(number, "wb")
        self.published = False
        return self.file, self._publish

    def _publish(self):
        self.file.flush()
        os.fsync(self.file.fileno())
        os.rename(self.path, os.path.join(self.folder, self.name))
        self.published = True
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def __exit__(self, *_):
        self.file.close()
        if not self.published:
            os.unlink(self.path)
