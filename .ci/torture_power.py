"""What a power failure leaves of a run, and what the next run makes of it.

A run is traced with all that it writes; disk_model.py says what may be left of it at a point of the log.
There the export before the run or the new one must stand whole, and the next run must mend the rest. That
the model is right is held against the disk itself: with nothing dropped it must give what the run has left,
byte for byte. That it is not blind is held against a run that syncs nothing: there it must find a failure.
"""
import collections, contextlib, copy, hashlib, itertools, os, re, shutil

from disk_model import CALLS, DATA, MODELLED, NAMES, Crash, Data, Log, Node, Sync
from torture_cases import Skip, case
from torture_extremes import events

# How many states.
LONG, SHORT = 600, 26


Start = collections.namedtuple("Start", "name put old")


def starts(tools):
    """How the disk is before the run that the power ends, and the log of that run; what was made durable
    by the time of a failure is all that there is after it."""
    def empty(place):
        shutil.rmtree(place / "out")
        shutil.rmtree(place / "beside")
        (place / "beside").mkdir()

    def failed(place):
        for name in MODELLED:
            shutil.rmtree(place / name)
        middle.put(place)

    earlier = Start("an earlier run", lambda place: None, True)
    log = record(tools, earlier)
    middle = Crash(log, len(log.steps) // 2, "most", "all", tools.chance)
    yield earlier, log
    for start in (Start("a fresh folder", empty, False), Start("a run that was ended so", failed, True)):
        yield start, record(tools, start)


def nodes(place):
    return Node(entries={name: Node.read(place / name) for name in MODELLED if (place / name).exists()})


def record(tools, start):
    """The log of a run, held against what the run has left."""
    with tools.place() as place:
        log = place.with_suffix(".log")
        start.put(place)
        root = nodes(place)
        result = tools.traced(tools.lab, place, log, CALLS, "-xx", "-s", "1000000000")
        if not log.exists():
            raise Skip("strace may not attach here")
        tools.lab.must(result, "the traced run")
        steps = Log(log, place, root)
        log.unlink()
        steps.before = dict(root.flat(""))
        steps.whole = Crash(steps, len(steps.steps), "most", "all", tools.chance).tree
        left = dict(nodes(place).flat(""))
        other = sorted(path for path in left.keys() | steps.whole.keys()
                       if left.get(path, 0) != steps.whole.get(path, 0))
        if other:
            raise ValueError(f"the model is wrong about {other[:5]}")
        return steps


@contextlib.contextmanager
def after(tools, crash):
    """A place in which the disk is as the failure has left it."""
    with tools.place() as place:
        for name in MODELLED:
            shutil.rmtree(place / name)
        crash.put(place)
        yield place


def published(tools, place, has_old):
    """What is wrong with the exports that are there before any other run."""
    lab, wrong = tools.lab, []
    current = place / "out/current"
    if os.path.lexists(current):
        now = tools.export(current / ".") if current.exists() else None
        if now != lab.new and not (has_old and now == lab.old):
            wrong.append("current leads to no whole run")
        elif lab.verify(current).code:
            wrong.append("verify finds something in current")
    elif has_old:
        wrong.append("current is gone")
    for run in sorted((place / "out/runs").glob("*")):
        if run.suffix != ".tmp" and lab.verify(run).code:
            wrong.append("a run that has the name of a whole one is not whole")
    return wrong


def beside(place, log):
    """The metrics are those of before or of after, whole; events that were told are still there."""
    def bytes_of(name, tree):
        return tree.get(f"beside/{name}")

    wrong, now = [], dict(nodes(place).flat(""))
    metrics = {bytes_of("dibao.prom", tree) for tree in (log.before, log.whole)}
    if bytes_of("dibao.prom", now) not in metrics:
        wrong.append("dibao.prom is neither the old one nor the new one")
    if not (bytes_of("lineage.jsonl", now) or b"").startswith(bytes_of("lineage.jsonl", log.before) or b""):
        wrong.append("lineage.jsonl has lost events")
    return wrong


def points(log, chance):
    """Half of the points anywhere, half beside a change of names or a sync."""
    edges = [number for number, step in enumerate(log.steps) if not isinstance(step, Data)]
    while True:
        yield chance.randint(0, len(log.steps))
        yield chance.choice(edges) + chance.randint(0, 1)


def blind(tools, log):
    """A run that syncs nothing must be found out, or the model sees nothing."""
    deaf = copy.copy(log)
    deaf.steps = [step for step in log.steps if not isinstance(step, Sync)]
    for names in ("most", "free", "free", "free"):
        with after(tools, Crash(deaf, len(deaf.steps), names, "none", tools.chance)) as place:
            if not published(tools, place, True):
                return [f"without a sync and with {names} names nothing is found"]
    return []


@case
def power_loss(tools):
    """The power fails: an export is there whole, and the next run mends the rest"""
    if not shutil.which("strace"):
        raise Skip("strace is not installed")
    lab, seen, found = tools.lab, set(), {}
    tried, failures = collections.Counter(), collections.Counter()
    try:
        logs = [(*pair, points(pair[1], tools.chance)) for pair in starts(tools)]
    except (KeyError, ValueError) as unknown:
        return [f"the log cannot be played again: {unknown!r}"]
    wrong = blind(tools, logs[0][1])
    kinds = list(itertools.product(DATA, NAMES, logs))
    tools.chance.shuffle(kinds)
    wanted = tools.times(LONG, SHORT)
    for data, names, (start, log, draw) in itertools.islice(itertools.cycle(kinds), 20 * wanted):
        if len(seen) == wanted:
            break
        point = next(draw)
        crash = Crash(log, point, names, data, tools.chance)
        digest = hashlib.sha256(repr(sorted(crash.tree.items())).encode()).digest()
        if digest in seen:
            continue
        seen.add(digest)
        tried.update((names, data))
        with after(tools, crash) as place:
            problems = published(tools, place, start.old) + beside(place, log)
            problems += lab.after(place) + events(place)
        failures.update((names, data) if problems else ())
        for problem in problems:
            kind = re.sub(r"[0-9]{8}T\w+-\w+-\w+", "RUN", problem)
            found.setdefault(kind, []).append(
                f"after {start.name}, {point} of {len(log.steps)} steps, "
                f"names {names}, data {data}")
    kinds = ", ".join(f"{kind} {failures[kind]} of {tried[kind]}" for kind in (*NAMES, *DATA))
    tools.tried = f"{len(seen)} states, failures by what is kept: {kinds}"
    return wrong + [f"{len(where)} times: {kind} (first: {where[0]})" for kind, where in found.items()]
