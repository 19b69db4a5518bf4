"""A disk that the power can fail under: a traced run played again, and what of it may be left.

What was made durable before the failure is there: the data of a file that was synced, the names in a
folder that was synced, and the newest name of a file that was synced. Of the rest anything may be missing,
as in ALICE (Pillai et al., OSDI '14):

- names (files that are made, removed, renamed, links, folders): `least` keeps those that are durable and,
  as a journal keeps its order, whatever was done before them; `journal` goes on from there in order for a
  while; `free` drops and keeps each by itself, as a file system without an order may; `most` keeps all;
- data of each file: `none`, all but the `last` write, `zeros` in the length that it had, `part` (each page
  of 4 KiB as it was at some moment, the length as of what is there or the whole of it), `mixed`, each file
  its own way, and `all`.

What lies in a folder that the disk never heard of is gone with it. Maps of memory are not traced: only
SQLite's index of its log is written through one, and SQLite makes it anew.
"""
import collections, os, re

PAGE = 4096
# The folders of a place that a run changes.
MODELLED = ("beside", "out")
NAMES = ("least", "journal", "free", "most")
DATA = ("none", "last", "zeros", "part", "mixed")
# `lseek` and `read` for the place in the file; what is here and not in `Log` ends the case.
CALLS = ("openat,open,creat,close,read,readv,lseek,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,"
         "rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,"
         "truncate,ftruncate,fallocate,copy_file_range,sendfile,dup,dup2,dup3,sync_file_range")
Enter = collections.namedtuple("Enter", "folder name node")
Leave = collections.namedtuple("Leave", "folder name node")
Move = collections.namedtuple("Move", "folder name to new node")
Data = collections.namedtuple("Data", "node at content")
Cut = collections.namedtuple("Cut", "node size")
Sync = collections.namedtuple("Sync", "node")


class Node:
    """A file (`content` is bytes), a link (text) or a folder (`entries`), as it was before the run."""

    def __init__(self, content=None, entries=None):
        self.content, self.entries = content, entries

    @staticmethod
    def read(path):
        if path.is_symlink():
            return Node(os.readlink(path))
        if path.is_dir():
            return Node(entries={entry.name: Node.read(entry) for entry in sorted(path.iterdir())})
        return Node(path.read_bytes())

    def flat(self, path):
        """Each path with its bytes, its target or, of a folder, None."""
        yield path, self.content
        for name, entry in (self.entries or {}).items():
            yield from entry.flat(f"{path}/{name}" if path else name)

    def all(self):
        return [self, *(node for entry in (self.entries or {}).values() for node in entry.all())]


class Log:
    """The steps of a traced run below a folder: the system calls, with nodes in place of paths."""

    def __init__(self, path, base, root):
        self.base, self.root, self.steps, self.files = str(base), root, [], {}
        self.live = {node: dict(node.entries) for node in root.all() if node.entries is not None}
        begun = {}
        for line in path.read_text(errors="replace").splitlines():
            thread, _, rest = line.partition(" ")
            rest = rest.strip()
            if rest.endswith("<unfinished ...>"):
                begun[thread] = rest[:-len("<unfinished ...>")].rstrip()
                # The number is free from here on, not from the end of the call.
                if rest.startswith("close("):
                    self.close(rest[len("close("):])
                continue
            if resumed := re.match(r"<\.\.\. \w+ resumed>(.*)", rest):
                rest = begun.pop(thread) + resumed[1]
                if rest.startswith("close("):
                    continue
            call = re.match(r"(\w+)\((.*)\) += (-?\d+)", rest)
            if call and int(call[3]) >= 0:
                self.take(call[1], call[2].split(", "), int(call[3]), rest)

    def take(self, call, words, result, line):
        if call in ("openat", "open", "creat"):
            self.open(words[1:] if call == "openat" else words, result)
        elif call == "close":
            self.close(words[0])
        elif call in ("rename", "unlink", "rmdir", "mkdir", "symlink"):
            paths = [self.path(word) for word in words if word.startswith('"')]
            if self.is_ours(paths[-1]):
                getattr(self, call)(*paths)
        elif f'"{self.hexadecimal(self.base)}' in line:
            raise ValueError(f"the model does not know {call}")
        elif words and (number := self.number(words[0])) in self.files:
            self.use(call, self.files[number], words, result)

    def use(self, call, file, words, result):
        """A call on an open file: [node, place, whether it appends]."""
        node, place, appends = file
        if call in ("read", "readv"):
            file[1] += result
        elif call == "lseek":
            file[1] = result
        elif call in ("write", "writev"):
            at = len(self.now(node)) if appends else place
            pieces = re.findall(r'"([^"]*)"', ", ".join(words))
            self.data(node, at, b"".join(map(self.bytes, pieces))[:result])
            file[1] = at + result
        elif call == "pwrite64":
            self.data(node, int(words[3]), self.bytes(words[1].strip('"'))[:result])
        elif call == "ftruncate":
            self.steps.append(Cut(node, int(words[1])))
        elif call in ("fsync", "fdatasync"):
            self.steps.append(Sync(node))
        else:
            raise ValueError(f"the model does not know {call}")

    def now(self, node):
        return content(node, self.steps)

    def data(self, node, at, what):
        self.steps.append(Data(node, at, what))

    def open(self, words, number):
        self.files.pop(number, None)
        path = self.path(words[0])
        if not self.is_ours(path):
            return
        flags = re.split(r"\W+", words[1]) if len(words) > 1 else ["O_CREAT", "O_TRUNC"]
        folder, name = self.place(path)
        node = self.live[folder].get(name) if name else folder
        while node and isinstance(node.content, str):
            folder, name = self.place(self.base + "/out/" + node.content)
            node = self.live[folder].get(name)
        if not node:
            node = Node(b"")
            self.enter(folder, name, node)
        elif "O_TRUNC" in flags and self.now(node):
            self.steps.append(Cut(node, 0))
        self.files[number] = [node, 0, "O_APPEND" in flags]

    def close(self, words):
        self.files.pop(self.number(words), None)

    def mkdir(self, path):
        node = Node(entries={})
        self.live[node] = {}
        self.enter(*self.place(path), node)

    def symlink(self, target, path):
        self.enter(*self.place(path), Node(target))

    def enter(self, folder, name, node):
        self.live[folder][name] = node
        self.steps.append(Enter(folder, name, node))

    def unlink(self, path):
        folder, name = self.place(path)
        self.steps.append(Leave(folder, name, self.live[folder].pop(name)))

    rmdir = unlink

    def rename(self, old, new):
        (folder, name), (to, other) = self.place(old), self.place(new)
        node = self.live[folder].pop(name)
        self.live[to][other] = node
        self.steps.append(Move(folder, name, to, other, node))

    def place(self, path):
        """The folder and the name in it; the name is empty for the root."""
        parts = [part for part in path[len(self.base):].split("/") if part]
        folder = self.root
        for part in parts[:-1]:
            node = self.live[folder][part]
            if isinstance(node.content, str):
                at, name = self.place(self.base + "/out/" + node.content)
                node = self.live[at][name]
            folder = node
        return folder, parts[-1] if parts else ""

    def path(self, word):
        return os.fsdecode(self.bytes(word.strip('"')))

    def is_ours(self, path):
        return any(f"{path}/".startswith(f"{self.base}/{name}/") for name in MODELLED)

    @staticmethod
    def bytes(word):
        return bytes.fromhex(word.replace("\\x", ""))

    @staticmethod
    def hexadecimal(text):
        return "".join(f"\\x{byte:02x}" for byte in text.encode())

    @staticmethod
    def number(word):
        found = re.match(r"\d+", word)
        return int(found[0]) if found else None


def grown(content, step, keeps=lambda page: True):
    """What a write or a cut makes of the content of a file, of the pages that are kept."""
    if isinstance(step, Cut):
        del content[step.size:]
        content.extend(bytes(step.size - len(content)))
        return
    at, end = step.at, step.at + len(step.content)
    while at < end:
        stop = min(end, (at // PAGE + 1) * PAGE)
        if keeps(at // PAGE):
            content.extend(bytes(max(0, at - len(content))))
            content[at:stop] = step.content[at - step.at:stop - step.at]
        at = stop


def content(node, steps):
    whole = bytearray(node.content)
    for step in steps:
        if isinstance(step, (Data, Cut)) and step.node is node:
            grown(whole, step)
    return whole


class Crash:
    """What is left where the power fails after some steps of a run."""

    def __init__(self, log, point, names, data, chance):
        self.log, self.steps, self.data, self.chance = log, log.steps[:point], data, chance
        self.synced, self.changes = {}, collections.defaultdict(list)
        for number, step in enumerate(self.steps):
            if isinstance(step, Sync):
                self.synced[step.node] = number
            elif isinstance(step, (Data, Cut)):
                self.changes[step.node].append(number)
        self.entries = {
            node: dict(node.entries) for node in log.root.all() if node.entries is not None}
        for number in self.kept(names):
            self.name(self.steps[number])
        self.contents = {}
        self.tree = dict(self.walk(log.root, ""))

    def is_durable(self, number):
        step = self.steps[number]
        if self.synced.get(step.to if isinstance(step, Move) else step.folder, -1) > number:
            return True
        return not isinstance(step, Leave) and self.synced.get(step.node, -1) > number

    def kept(self, names):
        """The numbers of the changes of names that the disk knows of."""
        every = [number for number, step in enumerate(self.steps)
                 if isinstance(step, (Enter, Leave, Move))]
        durable = {number for number in every if self.is_durable(number)}
        if names == "free":
            likely = self.chance.random()
            return [number for number in every if number in durable or self.chance.random() < likely]
        least = every.index(max(durable)) + 1 if durable else 0
        return every[:{"least": least, "most": len(every)}.get(
            names, self.chance.randint(least, len(every)))]

    def name(self, step):
        if isinstance(step, Enter):
            self.entries.setdefault(step.folder, {})[step.name] = step.node
            if step.node.entries is not None:
                self.entries.setdefault(step.node, {})
        elif isinstance(step, Leave):
            # A folder that is not empty cannot have been removed.
            if self.entries.get(step.folder, {}).get(step.name) is step.node and not (
                    self.entries.get(step.node)):
                del self.entries[step.folder][step.name]
        else:
            if self.entries.get(step.folder, {}).get(step.name) is step.node:
                del self.entries[step.folder][step.name]
            self.entries.setdefault(step.to, {})[step.new] = step.node

    def walk(self, node, path):
        """Each path with its bytes, its target or, of a folder, None."""
        if node.entries is None:
            if node not in self.contents:
                is_link = isinstance(node.content, str)
                self.contents[node] = node.content if is_link else bytes(self.left(node))
            yield path, self.contents[node]
            return
        yield path, None
        for name, entry in sorted(self.entries.get(node, {}).items()):
            yield from self.walk(entry, f"{path}/{name}" if path else name)

    def left(self, node):
        """What the disk has of a file."""
        numbers = self.changes[node]
        last = self.synced.get(node, -1)
        whole = content(node, [self.steps[number] for number in numbers if number < last])
        waiting = [self.steps[number] for number in numbers if number > last]
        if not waiting or self.data == "none":
            return whole
        how = self.data if self.data != "mixed" else self.chance.choice(("none", "all") + DATA[1:4])
        full = bytearray(whole)
        for step in waiting:
            grown(full, step)
        if how == "all":
            return full
        if how == "last":
            for step in waiting[:-1]:
                grown(whole, step)
        elif how == "zeros":
            whole.extend(bytes(max(0, len(full) - len(whole))))
        else:
            self.scatter(whole, waiting)
            if self.chance.random() < 0.5:
                whole.extend(bytes(max(0, len(full) - len(whole))))
        return whole

    def scatter(self, whole, waiting):
        """Each page as it was after some of the writes to it; a cut that is missing hides what follows."""
        cuts = [number for number, step in enumerate(waiting) if isinstance(step, Cut)]
        waiting = waiting[:self.chance.choice([*cuts, len(waiting)])]
        until = {}

        def keeps(page):
            return number < until.setdefault(page, self.chance.randint(0, len(waiting)))

        for number, step in enumerate(waiting):
            grown(whole, step, keeps)

    def put(self, base):
        for path, what in self.tree.items():
            path = base / path
            if what is None:
                path.mkdir(exist_ok=True)
            elif isinstance(what, str):
                path.symlink_to(what)
            else:
                path.write_bytes(what)
