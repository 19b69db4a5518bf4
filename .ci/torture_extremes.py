"""What torture tries of signals that come one after another, of events that are told by half, and of inputs
without any measure.
"""
import contextlib, gzip, json, os, resource, signal, threading, time

from torture_cases import Skip, case, holder, limited

PIECE, GIB = 16 << 20, 1 << 30
# A small part of the longest line, and some times what a run of a few articles takes.
MEMORY = 256 << 10  # KiB


def current(place):
    return os.readlink(place / "out/current")


def at_work(tools, place, **more):
    """A run that has the lock, stopped, so that what it is sent comes before its next step."""
    lab = tools.lab
    process = tools.start(lab.command(place), env=lab.environment(place), **more)
    while process.poll() is None and holder(place) != process.pid:
        time.sleep(0.001)
    time.sleep(tools.chance.uniform(0, 0.05))
    process.send_signal(signal.SIGSTOP)
    return process


@case
def second_signal(tools):
    """A signal while another is being obeyed ends the run at once, and nothing is published"""
    lab, wrong, ends = tools.lab, [], []
    pairs = [(signal.SIGINT, signal.SIGTERM), (signal.SIGTERM, signal.SIGINT),
             (signal.SIGINT, signal.SIGINT), (signal.SIGTERM, signal.SIGTERM)]
    for first, second in pairs * tools.times(10, 1):
        with tools.place() as place:
            process = at_work(tools, place)
            before, begun = current(place), time.monotonic()
            process.send_signal(first)
            if first == second:
                # Two of one kind that wait are one: so the first is delivered before the second is sent.
                process.send_signal(signal.SIGCONT)
                wait_for_handler(process, first)
            process.send_signal(second)
            process.send_signal(signal.SIGCONT)
            result, taken = tools.end(process), time.monotonic() - begun
            ends.append(result.code)
            if result.code not in (128 + first, 128 + second) or taken > 5:
                wrong.append(f"{first.name}, {second.name}: {result.code} after {taken:.1f} s: {result.err}")
            # Only a run that goes on until it has obeyed says what it did.
            if first != second and result.err:
                wrong.append(f"{first.name}, {second.name}: not at once, for it says {result.err}")
            if current(place) != before:
                wrong.append(f"{first.name}, {second.name}: something was published")
            wrong += lab.problems(place, result.code)
    tools.tried = f"{len(ends)} runs, ends {sorted(set(ends))}"
    return wrong


def wait_for_handler(process, number):
    """Until a signal that was sent is pending no more, or the process has ended."""
    bit = 1 << number - 1
    end = time.monotonic() + 5
    while process.poll() is None and time.monotonic() < end:
        try:
            with open(f"/proc/{process.pid}/status") as status:
                pending = [int(line.split()[1], 16) for line in status if line.startswith("ShdPnd")]
        except OSError:
            return
        if not any(mask & bit for mask in pending):
            return


@case
def first_signal(tools):
    """One signal in the midst of a thousand documents is obeyed within five seconds"""
    lab, wrong, taken = tools.lab, [], []
    for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)) * tools.times(5, 1):
        with tools.place() as place:
            for source in sorted((place / "in").iterdir()):
                for copy in range(200):
                    (place / "in" / f"{copy}-{source.name}").write_bytes(source.read_bytes())
            process = at_work(tools, place)
            before = current(place)
            process.send_signal(signal.SIGCONT)
            time.sleep(tools.chance.uniform(0, 0.3))
            begun = time.monotonic()
            process.send_signal(number)
            result = tools.end(process)
            taken.append(time.monotonic() - begun)
            if result.code != code or f"\ndibao: exit {code} (" not in result.err:
                wrong.append(f"{number.name}: {result.code}, {result.err[-200:]}")
            if taken[-1] > 5 or current(place) != before:
                wrong.append(f"{number.name}: {taken[-1]:.1f} s, {current(place)} after {before}")
            for path in (place / "in").glob("*-*"):
                if not (lab.prepared / "in" / path.name).exists():
                    path.unlink()
            wrong += lab.problems(place, result.code)
    tools.tried = f"{len(taken)} runs, at most {max(taken):.2f} s"
    return wrong


def events(place):
    """The rerun tells two events, its begin and its end, whatever is before them."""
    lines = (place / "beside/lineage.jsonl").read_bytes().split(b"\n")[-3:]
    try:
        kinds = [json.loads(line)["eventType"] for line in lines[:-1]]
    except (ValueError, KeyError):
        kinds = None
    return [] if kinds == ["START", "COMPLETE"] and not lines[-1] else ["lineage.jsonl is not mended"]


@case
def half_an_event(tools):
    """An event of which the disk took a half is ended before the next is told"""
    lab, wrong = tools.lab, []
    for half in (1, 100):
        with tools.place() as place:
            path = place / "beside/lineage.jsonl"
            told = path.read_bytes()
            # Longer than any other file, so that it is this one that may not grow.
            told *= (4 << 20) // len(told)
            path.write_bytes(told)
            result = lab.dibao(place, preexec_fn=limited(
                resource.RLIMIT_FSIZE, len(told) + half, signal.SIGXFSZ))
            found = lab.words(place, result, {0, 74})
            if not path.stat().st_size == len(told) + half:
                found.append("no half of an event was told")
            found += lab.problems(place, result.code) + events(place)
            wrong += [f"{half} bytes: {problem}" for problem in found]
    return wrong


def long_lines(folder):
    """Files of one line of a GiB each, that take next to nothing on the disk; what is said of each."""
    for name in ("long.txt", "long.html", "long.md", "long.warc"):
        with open(folder / name, "wb") as file:
            file.truncate(GIB)
    members = gzip.compress(b"a" * PIECE, mtime=0) * (GIB // PIECE)
    for name in ("packed.txt.gz", "packed.warc.gz"):
        (folder / name).write_bytes(members)
    yield from (("long.txt", "fetch.too-large"), ("long.html", "fetch.too-large"),
                ("long.md", "fetch.too-large"), ("long.warc", "fetch.bad-record"),
                ("packed.txt.gz", "fetch.gzip-bomb"), ("packed.warc.gz", "fetch.bad-record"))


def measured(tools, place):
    """A run to its end, and the most memory that it took, in KiB."""
    process, most = tools.start(tools.lab.command(place), env=tools.lab.environment(place)), [0]

    def look():
        with contextlib.suppress(OSError):
            while process.returncode is None:
                with open(f"/proc/{process.pid}/status") as status:
                    sizes = [int(line.split()[1]) for line in status if line.startswith("VmHWM")]
                most[0] = max(most + sizes)
                time.sleep(0.02)

    watch = threading.Thread(target=look)
    watch.start()
    result = tools.end(process)
    watch.join()
    return result, most[0]


@case
def longest_lines(tools):
    """A line of 1 GiB, plain or packed, is a reject with its reason, and takes no memory"""
    lab, wrong = tools.lab, []
    if lab.short:
        raise Skip("of the long form")
    with tools.place() as place:
        told = dict(long_lines(place / "in"))
        result, most = measured(tools, place)
        if result.code != 0:
            wrong.append(f"it ends with {result.code}: {result.err[-300:]}")
        if most > MEMORY:
            wrong.append(f"it takes {most >> 10} MiB of memory")
        rejects = (place / "out/current/rejects.csv").read_text().splitlines()
        for name, code in told.items():
            if not any(row.startswith(name + ",") and code in row for row in rejects):
                wrong.append(f"{name} is no {code}: {[row for row in rejects if name in row]}")
            (place / "in" / name).unlink()
        wrong += lab.after(place)
        tools.tried = f"{len(told)} files, {most >> 10} MiB of memory"
    return wrong
