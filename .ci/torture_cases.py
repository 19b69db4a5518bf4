"""What torture tries beside the sweep: kills at random times, two runs at once, real full disks and short
writes, standard output that is full, closed or slow, inputs of every odd kind, clocks, rights, bit rot.

Each case is a function that gives what is wrong, or nothing; it raises Skip where the machine lacks what
the case needs. The first line of its docstring is its name.
"""
import contextlib, ctypes, fcntl, os, random, re, resource, shutil, signal, socket, subprocess, threading
import time

NOBODY = 65534
CASES = []


class Skip(Exception):
    pass


def case(function):
    CASES.append(function)
    return function


class Tools:
    """The lab of torture with what only cases need."""

    def __init__(self, lab, run, start, end, traced, export, articles):
        self.lab, self.run, self.start, self.end, self.traced = lab, run, start, end, traced
        self.export, self.articles, self.chance = export, articles, random.Random(lab.seed)
        # What a case has to say of itself.
        self.tried = ""

    def times(self, long, short):
        return short if self.lab.short else long

    @contextlib.contextmanager
    def place(self):
        place = self.lab.place()
        try:
            yield place
        finally:
            self.lab.drop(place)

    def dibao(self, *words, **more):
        return self.run([self.lab.binary, *words], **more)


def run_all(tools, only):
    failures = 0
    for function in CASES:
        name = function.__doc__.split("\n")[0].rstrip(".")
        if only and only not in name:
            continue
        tools.tried = ""
        try:
            wrong = [problem for problem in function(tools) or [] if problem]
        except Skip as why:
            print(f"skipped  {name}: {why}", flush=True)
            continue
        failures += bool(wrong)
        tried = f": {tools.tried}" if tools.tried else ""
        print(f"{'FAILED' if wrong else 'ok':8} {name}{tried}"
              + "".join(f"\n    {row}" for row in wrong[:8]), flush=True)
    return failures


def limited(kind, value, ignore=None):
    """For a process that is to be: a limit of the system, and a signal that it does not die of."""
    def prepare():
        resource.setrlimit(kind, (value, value))
        if ignore:
            signal.signal(ignore, signal.SIG_IGN)
    return prepare


def snapshot(folder):
    return {str(path): (path.lstat().st_mtime_ns, path.lstat().st_size) for path in folder.rglob("*")}


@case
def order_of_commit(tools):
    """What becomes visible is on the disk by then, and what it replaces goes last"""
    if not shutil.which("strace"):
        raise Skip("strace is not installed")
    lab, wrong, written, synced, steps, runs_synced = tools.lab, [], {}, {}, [], []
    with tools.place() as place:
        log = place.with_suffix(".log")
        tools.traced(lab, place, log, "write,pwrite64,fsync,fdatasync,rename")
        if not log.exists():
            raise Skip("strace may not attach here")
        out = f"{place}/out"
        for number, line in enumerate(log.read_text(errors="replace").splitlines()):
            call = re.match(r'\d+ +(\w+)\((?:\d+<([^>]*)>|"([^"]*)", "([^"]*)")', line)
            if not call or "(deleted)" in line:
                continue
            kind, path, old, new = call.groups()
            if kind in ("write", "pwrite64"):
                written[path] = number
            elif kind == "rename":
                steps.append((number, old, new))
                waits = [name for name, last in written.items()
                         if name.startswith(old + "/") or name == old]
                late = [name for name in waits if synced.get(name, -1) < written[name]]
                if os.path.isdir(new) and not os.path.islink(new) and old not in synced:
                    late.append(old)
                wrong += [f"{name} is not on the disk when it becomes {new}" for name in late]
            else:
                synced[path] = number
                if path == f"{out}/runs":
                    runs_synced.append(number)
        runs = [number for number, old, new in steps if new.startswith(f"{out}/runs/") and new + ".tmp" == old]
        runs_synced = [number for number in runs_synced if number > min(runs, default=0)]
        order = [
            runs,
            runs_synced[:1],
            [number for number, _, new in steps if new == f"{out}/current"],
            [synced.get(out, -1)],
            [number for number, old, new in steps if old.startswith(f"{out}/runs/") and old + ".tmp" == new],
            runs_synced[1:]]
        if [len(step) for step in order] != [1] * 6 or order != sorted(order):
            wrong.append(f"a run, its folder, the link, its folder, the end of the old run, its folder: {order}")
        log.unlink()
    return wrong


@case
def random_kills(tools):
    """SIGKILL at random times, with two at work"""
    lab, wrong = tools.lab, []
    with tools.place() as place:
        begun = time.monotonic()
        lab.dibao(place, jobs=2)
        length = time.monotonic() - begun
    for number in range(tools.times(100, 3)):
        with tools.place() as place:
            process = tools.start(lab.command(place, jobs=2), env=lab.environment(place))
            time.sleep(tools.chance.uniform(0, length))
            process.kill()
            code = tools.end(process).code
            wrong += [f"kill {number}: {problem}" for problem in lab.problems(place, code)]
    return wrong


def holder(place):
    text = (place / "out/.dibao.lock").read_text().strip()
    return int(text) if text else None


@case
def two_at_once(tools):
    """Of two runs at once one works and the other says 75 and touches nothing"""
    lab, wrong = tools.lab, []
    for number in range(tools.times(20, 2)):
        with tools.place() as place:
            first = tools.start(lab.command(place), env=lab.environment(place))
            # Stopped in the middle: it writes its number when it has the lock. To try the lock itself would
            # take it away from the run.
            while first.poll() is None and holder(place) != first.pid:
                time.sleep(0.001)
            first.send_signal(signal.SIGSTOP)
            before, begun = snapshot(place / "out"), time.monotonic()
            second = lab.dibao(place)
            taken = time.monotonic() - begun
            if snapshot(place / "out") != before:
                wrong.append("the second has touched the output")
            if second.code != 75 or taken > 5:
                wrong.append(f"the second ends with {second.code} after {taken:.1f} s: {second.err}")
            if number % 2:
                first.kill()
                tools.end(first)
            else:
                first.send_signal(signal.SIGCONT)
                if tools.end(first).code != 0:
                    wrong.append("the first did not come to its end")
            wrong += lab.after(place)
    return wrong


@contextlib.contextmanager
def small_disk(tools, size):
    """A file system of so many bytes, seen by this process and its children alone."""
    libc = ctypes.CDLL(None, use_errno=True)
    folder = tools.lab.folder / "small"
    folder.mkdir(exist_ok=True)
    new_namespace, private = 0x20000, 0x44000  # CLONE_NEWNS; MS_REC | MS_PRIVATE
    if libc.unshare(new_namespace) or libc.mount(b"none", b"/", None, private, None) or libc.mount(
            b"tmpfs", str(folder).encode(), b"tmpfs", 0, f"size={size}".encode()):
        raise Skip("this user may mount nothing")
    try:
        yield folder
    finally:
        libc.umount(str(folder).encode())


@case
def full_from_the_start(tools):
    """File systems of 1, 4 and 16 MiB take an export or stay empty"""
    lab, wrong, ends = tools.lab, [], []
    for mib in (1, 4, 16):
        with small_disk(tools, mib << 20) as disk:
            place = disk / "place"
            place.mkdir()
            (place / "tmp").mkdir()
            shutil.copytree(lab.prepared / "in", place / "in")
            shutil.copy(lab.prepared / "pipeline.json", place)
            result = lab.dibao(place)
            ends.append(result.code)
            wrong += lab.words(place, result, {0, 74})
            is_there = (place / "out/current").exists()
            if is_there != (result.code == 0) or is_there and lab.verify(place / "out").code:
                wrong.append(f"{mib} MiB: code {result.code}, current is there: {is_there}")
    return wrong + ([] if ends[-1] == 0 else [f"even 16 MiB is too little: {ends}"])


@case
def full_later(tools):
    """A disk that has some room left, but not enough: the old export stays"""
    lab, wrong, ends = tools.lab, [], []
    for room in range(0, 4 << 20, tools.times(64 << 10, 1 << 20)):
        with small_disk(tools, 32 << 20) as disk:
            place = disk / "place"
            shutil.copytree(lab.prepared, place, symlinks=True)
            free = os.statvfs(disk)
            filler = disk / "filler"
            with open(filler, "wb") as file:
                os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_frsize - room - 4096)
            result = lab.dibao(place)
            ends.append(result.code)
            filler.unlink()
            found = lab.words(place, result, {0, 74}) + lab.problems(place, result.code)
            wrong += [f"{room >> 10} KiB: {problem}" for problem in found]
    return wrong + ([] if {0, 74} <= set(ends) else [f"not both full and not full: {set(ends)}"])


@case
def files_that_may_not_grow(tools):
    """RLIMIT_FSIZE: writes that are really short, and then refused"""
    lab, wrong = tools.lab, []
    for limit in sorted(tools.chance.sample(range(1, 300_000), tools.times(40, 1))):
        for ignored in (signal.SIGXFSZ, None):
            with tools.place() as place:
                result = lab.dibao(
                    place, preexec_fn=limited(resource.RLIMIT_FSIZE, limit, ignored))
                found = lab.words(place, result, {0, 74}) + lab.problems(place, result.code)
                wrong += [f"{limit} bytes, SIGXFSZ {'ignored' if ignored else 'as it is'}: {problem}"
                          for problem in found]
    return wrong


@case
def few_open_files(tools):
    """A run that may open few files publishes all, or says so"""
    lab, wrong, ends = tools.lab, [], {}
    for limit in range(5, 64, tools.times(1, 12)):
        few = limited(resource.RLIMIT_NOFILE, limit)
        plain = tools.dibao("version", preexec_fn=few)
        if plain.code:
            if plain.code != 74 or "(start.few-files)" not in plain.err:
                wrong.append(f"{limit} files: version ends with {plain.code}: {plain.err}")
            continue
        with tools.place() as place:
            result = lab.dibao(place, preexec_fn=few)
            ends[limit] = result.code
            found = lab.words(place, result) + lab.problems(place, result.code, True)
            wrong += [f"{limit} files: {problem}" for problem in found]
    return wrong + ([] if 0 in ends.values() else [f"no limit is enough: {ends}"])


@case
def full_standard_output(tools):
    """Standard output that takes nothing ends with 74"""
    lab, wrong = tools.lab, []
    place = lab.prepared
    commands = (["clean", place / "in"], ["schema", "tables"], ["tree", "吉林省"], ["version"],
                ["office", "吉林省委书记"], ["verify", place / "out", "--json"],
                ["inspect", sorted((place / "in").iterdir())[0]],
                ["report", place / "out", "-o", "-"], ["plan", "-c", place / "pipeline.json"])
    for words in commands:
        with open("/dev/full", "wb") as full:
            result = tools.dibao(*words, stdout=full)
        if result.code != 74 or "exit 74" not in result.err:
            wrong.append(f"{words[0]}: {result.code} {result.err.strip()[-200:]}")
    with tools.place() as place, open("/dev/full", "wb") as full:
        result = tools.run([*lab.command(place), "--json"], stdout=full)
        if result.code != 74:
            wrong.append(f"run --json: {result.code} {result.err}")
        wrong += lab.problems(place, result.code)
    return wrong


@case
def closed_standard_output(tools):
    """A reader of standard output who goes away is a quiet end"""
    wrong = []
    for words in (["schema", "tables"], ["clean", tools.lab.prepared / "in"]):
        reader, writer = os.pipe()
        process = tools.start([tools.lab.binary, *words], stdout=writer)
        os.close(writer)
        os.read(reader, 1)
        os.close(reader)
        result = tools.end(process)
        if result.err or result.code not in (0, -signal.SIGPIPE):
            wrong.append(f"{words[0]}: {result.code} {result.err}")
    return wrong


@case
def slow_standard_output(tools):
    """Standard output that is slow, or does not block, gets all bytes or a failure"""
    words = [tools.lab.binary, "clean", tools.articles]
    whole, wrong = tools.run(words), []
    for blocking in (True, False):
        reader, writer = os.pipe()
        fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
        os.set_blocking(writer, blocking)
        process = tools.start(words, stdout=writer)
        os.close(writer)
        pieces = []
        while piece := os.read(reader, 1500):
            pieces.append(piece)
            time.sleep(0.001)
        os.close(reader)
        result = tools.end(process)
        if result.code == whole.code and b"".join(pieces) != whole.out or result.code not in (
                whole.code, 74):
            wrong.append(f"blocking {blocking}: {result.code}, {result.err.strip()[-200:]}")
    return wrong


@case
def inputs_that_change(tools):
    """Inputs that change, grow, vanish and come back while they are read"""
    lab, wrong = tools.lab, []
    for number in range(tools.times(20, 1)):
        with tools.place() as place:
            kept = [(path, path.read_bytes()) for path in tools.articles.rglob("*") if path.is_file()]
            for path, content in kept:
                (place / "in" / path.name).write_bytes(content)
            chance, done = random.Random(lab.seed + number), threading.Event()

            def change():
                while not done.is_set():
                    path, content = chance.choice(kept)
                    path = place / "in" / path.name
                    what = chance.randrange(4)
                    if what == 0:
                        path.unlink(missing_ok=True)
                    elif what == 1:
                        path.write_bytes(content[:chance.randrange(len(content) + 1)])
                    elif what == 2:
                        path.write_bytes(content * 2)
                    else:
                        draft = path.with_suffix(".draft")
                        draft.write_bytes(content)
                        draft.rename(path)

            thread = threading.Thread(target=change)
            thread.start()
            result = lab.dibao(place, jobs=2)
            done.set()
            thread.join()
            wrong += lab.words(place, result)
            if lab.verify(place / "out").code:
                wrong.append("verify finds something")
            # What was kept of files that were caught half-way must do no harm later.
            shutil.rmtree(place / "in")
            shutil.copytree(lab.prepared / "in", place / "in")
            wrong += lab.after(place)
    return wrong


@case
def odd_inputs(tools):
    """Pipes, sockets, devices, loops of links, names that are no UTF-8 and empty files have a result"""
    lab, wrong = tools.lab, []
    with tools.place() as place:
        folder = place / "in"
        os.mkfifo(folder / "pipe.html")
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(folder / "socket.html"))
        (folder / "device.html").symlink_to("/dev/zero")
        (folder / "line\nfeed.html").touch()
        (folder / "loop").symlink_to(folder)
        (folder / "nowhere.html").symlink_to("not-there.html")
        os.symlink("self.html", folder / "self.html")
        (folder / "empty.html").touch()
        with open(os.fsencode(folder) + b"/\xff\xfe.html", "wb") as file:
            file.write("<p>新华社北京电</p>".encode())
        result = lab.dibao(place)
        listener.close()
        wrong += lab.words(place, result, {0, 3}) + [
            "verify finds something" for _ in "1" if lab.verify(place / "out").code]
        rejects = (place / "out/current/rejects.csv").read_text()
        odd = ("pipe.html", "socket.html", "device.html", "line\nfeed.html", "empty.html", "nowhere.html",
               "self.html", "loop", "xff")
        for name in odd:
            if name not in rejects:
                wrong.append(f"{name!r} is not in rejects.csv")
        tools.tried = ", ".join(map(repr, odd))
        shutil.rmtree(folder)
        shutil.copytree(lab.prepared / "in", folder)
        wrong += lab.after(place)
    return wrong


@case
def no_inputs(tools):
    """No files at all ends with 66 and leaves the old export"""
    with tools.place() as place:
        shutil.rmtree(place / "in")
        (place / "in").mkdir()
        empty = tools.lab.dibao(place)
        shutil.rmtree(place / "in")
        gone = tools.lab.dibao(place)
        shutil.copytree(tools.lab.prepared / "in", place / "in")
        # An input is called what the pipeline file calls it.
        return (tools.lab.words("in", empty, {66}) + tools.lab.words("in", gone, {66})
                + tools.lab.problems(place, gone.code))


@contextlib.contextmanager
def as_nobody(tools):
    """What stands before a command so that a user without rights does it."""
    if os.getuid() != 0:
        yield []
        return
    before = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    if not shutil.which("setpriv") or tools.run([*before, tools.lab.binary, "version"]).code:
        raise Skip("no other user can run the program here")
    yield before


@case
def rights(tools):
    """What may not be read is rejected; where nothing may be written the end is 77"""
    lab, wrong = tools.lab, []
    with as_nobody(tools) as before, tools.place() as place:
        if before:
            for path in [place, *place.rglob("*")]:
                os.lchown(path, NOBODY, NOBODY)
        command = [*before, *lab.command(place)]
        first = sorted((place / "in").iterdir())[0]
        first.chmod(0)
        result = tools.run(command)
        if result.code != 3 or first.name not in (place / "out/current/rejects.csv").read_text():
            wrong.append(f"a file that may not be read: {result.code} {result.err}")
        first.chmod(0o644)
        for name in ("out", "out/runs", "out/.dibao", "out/.dibao.lock"):
            path = place / name
            path.chmod(0o555 if path.is_dir() else 0o444)
            result = tools.run(command)
            wrong += [f"{name} read-only: {problem}" for problem in lab.words(place, result, {77})]
            path.chmod(0o755 if path.is_dir() else 0o644)
        (place / "in").chmod(0)
        result = tools.run(command)
        wrong += [f"inputs shut: {problem}" for problem in lab.words(place, result, {77})]
        (place / "in").chmod(0o755)
        wrong += lab.after(place)
    return wrong


@case
def output_is_a_file(tools):
    """An output root that is a file, or lies below one, ends with 73"""
    wrong = []
    with tools.place() as place:
        shutil.rmtree(place / "out")
        (place / "out").write_text("mine")
        wrong += tools.lab.words(place, tools.lab.dibao(place), {73})
        below = tools.dibao("run", "-q", "--input", place / "in", "--output", place / "out/deep",
                            "--write", "csv")
        wrong += tools.lab.words(place, below, {73})
        if (place / "out").read_text() != "mine":
            wrong.append("the file was changed")
    return wrong


@case
def empty_environment(tools):
    """From / with an empty environment a run says nothing; one that fails says little"""
    lab, wrong = tools.lab, []
    with tools.place() as place:
        result = tools.run(lab.command(place), env={}, cwd="/")
        if (result.code, result.out, result.err) != (0, b"", ""):
            wrong.append(f"{result.code} {result.out[-200:]} {result.err[-200:]}")
        wrong += lab.problems(place, result.code)
        (place / "pipeline.json").write_text('{"version": 1, "inputs": [], "writers": 7}')
        result = tools.run(lab.command(place), env={}, cwd="/")
        if result.code != 78 or result.out or len(result.err.splitlines()) > 20:
            wrong.append(f"a wrong file: {result.code} {result.err[-300:]}")
    return wrong


@case
def clocks(tools):
    """Clocks that jump: runs keep their order, and ids never meet"""
    if not shutil.which("faketime"):
        raise Skip("faketime is not installed")
    lab, wrong, seen = tools.lab, [], []
    days = ["2026-11-22 02:00:00", "2026-11-21 02:00:00", "2038-01-19 03:14:08", "1970-01-02 00:00:00",
            "2016-12-31 23:59:60", "2026-03-29 02:30:00", "2026-11-22 02:00:00"]
    with tools.place() as place:
        environment = lab.environment(place) | {"FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        for day in days:
            result = tools.run(["faketime", "-f", day, *lab.command(place)], env=environment)
            if result.code != 0 or lab.verify(place / "out").code:
                wrong.append(f"{day}: {result.code} {result.err}")
            seen.append(os.readlink(place / "out/current"))
            if tools.export(place / "out/current" / ".") != lab.new:
                wrong.append(f"{day}: other bytes")
        counters = [name.split("-")[1] for name in seen]
        if len(set(seen)) != len(days) or counters != sorted(set(counters)):
            wrong.append(f"ids meet or go back: {seen}")
    return wrong


@case
def bit_rot(tools):
    """A bit that flips anywhere in an export but in run.json is found by verify"""
    lab, wrong = tools.lab, []
    with tools.place() as place:
        folder = place / "out/current" / "."
        files = [path for path in sorted(folder.iterdir()) if path.name != "run.json"]
        for number in range(tools.times(1000, 12)):
            # Half by file, so that small ones are not passed over; half by byte.
            sizes = [path.stat().st_size for path in files]
            path = tools.chance.choices(files, sizes if number % 2 else None)[0]
            content = path.read_bytes()
            at, bit = tools.chance.randrange(len(content)), tools.chance.randrange(8)
            path.write_bytes(content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1:])
            result = lab.verify(folder)
            if result.code != 65:
                wrong.append(f"{path.name}, byte {at}, bit {bit}: verify ends with {result.code}")
            path.write_bytes(content)
    return wrong


@case
def retention(tools):
    """The last three exports are kept, and the one before is a way back"""
    lab, wrong = tools.lab, []
    with tools.place() as place:
        text = (place / "pipeline.json").read_text()
        (place / "pipeline.json").write_text(text.replace('"keep": 1, ', ""))
        for number in range(4):
            (place / "in" / f"{number}.txt").write_text(f"新华社北京{number + 1}月2日电 省长王新华会见来访客人。")
            lab.dibao(place)
        runs = sorted(path.name for path in (place / "out/runs").iterdir())
        if len(runs) != 3:
            wrong.append(f"{len(runs)} exports are kept")
        # There is no command for it: the link is put back by hand.
        back = place / "out/current.back"
        back.symlink_to("runs/" + runs[-2])
        back.rename(place / "out/current")
        if lab.verify(place / "out").code:
            wrong.append("the export before does not verify")
        for number in range(4):
            (place / "in" / f"{number}.txt").unlink()
        (place / "pipeline.json").write_text(text)
        result = lab.dibao(place)
        if result.code or tools.export(place / "out/current" / ".") != lab.new:
            wrong.append(f"the run after the way back: {result.code} {result.err}")
    return wrong


@case
def signals(tools):
    """SIGINT and SIGTERM end a run with 130 and 143, soon, and publish nothing"""
    lab, wrong = tools.lab, []
    for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        for delay in (0.1, 0.15, 0.2)[:tools.times(3, 1)]:
            with tools.place() as place:
                process = tools.start(lab.command(place), env=lab.environment(place))
                time.sleep(delay)
                process.send_signal(number)
                begun = time.monotonic()
                result = tools.end(process)
                # Before the program has set up its own, the signal ends it; late, it is published.
                if result.code not in (code, -number, 0) or time.monotonic() - begun > 5:
                    wrong.append(f"{number.name}: {result.code} {result.err}")
                wrong += lab.problems(place, result.code)
    return wrong
