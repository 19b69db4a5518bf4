"""The frozen list of `dibao list`, and the lines that a worker is fed from it."""

import base64
import contextlib
import hashlib
import json
import os
import stat
import zlib

# Documents of one file at most: the low bits of a document's key.
KEY_BITS = 20


class DamagedList(RuntimeError):
    """The list is not whole."""


class WorkList:
    """Where the groups of a list lie in its file, cut into partitions of about equal bytes. The cut
    depends on the list and the two limits alone."""

    def __init__(self, path, most_groups=2_000, most_bytes=64 << 20):
        self.path = path
        self.end = None
        self.partitions = []
        digest = hashlib.sha256()
        start = offset = groups = size = 0
        number = 0
        with open(path, "rb") as file:
            for line in file:
                if self.end is not None:
                    raise DamagedList(f"{path}: lines behind the last one")
                entry = json.loads(line)
                if "sha256" in entry:
                    self.end = entry
                    continue
                digest.update(line)
                if "number" in entry:
                    if entry["number"] != number:
                        raise DamagedList(f"{path}: group {entry['number']} instead of {number}")
                    number += 1
                    more = sum(item["size"] for item in entry["files"])
                    if groups and (groups == most_groups or size + more > most_bytes):
                        self.partitions.append((len(self.partitions), start, offset))
                        start, groups, size = offset, 0, 0
                    groups += 1
                    size += more
                elif groups:
                    self.partitions.append((len(self.partitions), start, offset))
                    start, groups, size = offset, 0, 0
                offset += len(line)
        if groups:
            self.partitions.append((len(self.partitions), start, offset))
        if self.end is None or digest.hexdigest() != self.end["sha256"] \
                or number != self.end["groups"]:
            raise DamagedList(f"{path}: it is cut or changed; list anew")

    def lines(self, start, end):
        return worker_lines(self.path, start, end, self.end["largest_file"])


def worker_lines(path, start, end, largest):
    """A line for the worker for each group between two places of the list."""
    archive = _OpenMember()
    with open(path, "rb") as file, contextlib.closing(archive):
        file.seek(start)
        while file.tell() < end:
            group = json.loads(file.readline())
            files = [_file(item, largest, archive) for item in group["files"]]
            yield json.dumps({"number": group["number"], "files": files}).encode()


def _file(item, largest, archive):
    answer = {"path": item["path"], "size": item["size"]}
    for key in ("publisher", "encoding"):
        if key in item:
            answer[key] = item[key]
    record = item.get("record")
    try:
        if record is None:
            content = _whole(item["location"], largest)
        elif "stored" in record:
            content = _slice(item["location"], record["start"], record["stored"])
            answer["record"] = {key: record[key] for key in ("packed", "skip", "length")}
        else:
            content = archive.record(item["location"], record)
            answer["record"] = {"packed": False, "skip": 0, "length": record["length"]}
    except OSError as error:
        answer["errno"] = error.errno
    else:
        answer["content"] = base64.b64encode(content).decode()
    return answer


def _open(path):
    # A pipe that took the file's place would hold the task for ever.
    number = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(6, "not a file", path)
    return os.fdopen(number, "rb")


def _whole(path, largest):
    """All bytes; none of a file that is too large, which the worker sees by its size."""
    with _open(path) as file:
        return file.read() if os.fstat(file.fileno()).st_size <= largest else b""


def _slice(path, start, count):
    with _open(path) as file:
        file.seek(start)
        return file.read(count)


class _OpenMember:
    """The member of an archive read last, whose records come in their order."""

    def __init__(self):
        self.key = self.member = None

    def record(self, path, record):
        key = (path, record["start"])
        if self.key != key or self.member.place > record["skip"]:
            self.close()
            self.member, self.key = _Member(path, record["start"]), key
        return self.member.take(record["skip"], record["length"])

    def close(self):
        if self.member is not None:
            self.member.file.close()
        self.key = self.member = None


class _Member:
    """The content of an archive from the beginning of a gzip member."""

    def __init__(self, path, start):
        self.file = _open(path)
        self.file.seek(start)
        self.unpack = zlib.decompressobj(31)
        self.ready = b""
        self.place = 0

    def take(self, skip, count):
        self._fill(skip - self.place)
        self.ready = self.ready[skip - self.place:]
        self.place = skip
        self._fill(count)
        return self.ready[:count]

    def _fill(self, count):
        pieces, size = [self.ready], len(self.ready)
        while size < count:
            packed = self.file.read(64 << 10)
            if self.unpack.eof:  # a record may go on in the next member
                packed = self.unpack.unused_data + packed
                self.unpack = zlib.decompressobj(31)
            if not packed:
                break
            try:
                piece = self.unpack.decompress(packed)
            except zlib.error:
                break  # the worker sees that bytes are missing
            pieces.append(piece)
            size += len(piece)
        self.ready = b"".join(pieces)


def document_key(group, place):
    """The number of a document in the whole job: assigned once, by the frozen list."""
    if place >= 1 << KEY_BITS:
        raise OverflowError(f"group {group} holds more than {1 << KEY_BITS} documents")
    return group << KEY_BITS | place
