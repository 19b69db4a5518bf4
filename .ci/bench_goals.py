"""The goals of Dibao's speed, and what a benchmark says of them."""

# What LAC reads in a second of CPU time, where it cannot be installed: measured beside Dibao before.
LAC_CHARACTERS = 11_000
SETS = ["pages", "posts", "texts"]


class Goals:
    """Rows of: what, value, unit, most or least, met, missed_by. What was not measured has none."""

    def __init__(self, cases, busy):
        self.rows, self.busy, self.figures = [], busy, {}
        for case in cases:
            tool = case.tool if case.tool.startswith("dibao ") else case.tool.split()[0]
            self.figures[case.part, tool, case.input, case.jobs, case.cold] = case.figures

    def figure(self, name, part, tool, input_, jobs=1, cold=False):
        return self.figures.get((part, tool, input_, jobs, cold), {}).get(name)

    def add(self, what, value, most=None, least=None, unit="x", wall=False):
        if value is None:
            return
        by = value / most if most else least / value if least else None
        # What others do on a machine doubles a wall time and leaves a CPU time nearly alone.
        met = None if by is None or wall and self.busy else by <= 1
        row = {"what": what, "value": value, "unit": unit, "most": most, "least": least}
        self.rows.append({**row, "met": met, "missed_by": by if met is False else None})

    def start(self):
        version = self.figure("wall", "start", "dibao version", "none")
        self.add("`dibao version`", version and version * 1000, most=10, unit="ms", wall=True)
        demo = self.figure("wall", "start", "dibao run", "demo", 2)
        self.add("Fixtures/articles, start to finish", demo, most=0.3, unit="s", wall=True)

    def stages(self):
        for part, most in (("clean", 1.0), ("run", 2.0)):
            tool = f"dibao {part}"
            ours, tree = (self.figure("net_user", part, t, "pages") for t in (tool, "htmlReadMemory"))
            self.add(f"{tool}, pages: user CPU beside a bare tree", ratio(ours, tree), most=most)
            for name in SETS[1:]:
                speed = self.figure("mb_per_cpu_s", part, tool, name)
                self.add(f"{tool}, {name}", speed, least=30, unit="MB/CPU s")
            for name, cold in ((name, cold) for name in SETS for cold in (False, True)):
                one, two = (self.figure("wall", part, tool, name, jobs, cold) for jobs in (1, 2))
                what = f"{tool}, {name}, {'cold' if cold else 'warm'}: 2 workers beside 1"
                self.add(what, ratio(one, two), least=1.8, wall=True)

    def peers(self):
        """How many times as much a tool needs for the same."""
        for peer, least in (("trafilatura", 12), ("readability-lxml", None), ("resiliparse", None)):
            value = self.times("clean", peer, "dibao clean", "sample")
            self.add(f"dibao clean: speed beside {peer}", value, least=least)
        speeds = [self.figure("characters_per_cpu_s", "read", t, "texts") for t in ("dibao-bench", "lac", "jieba")]
        self.add("reading: speed beside LAC", ratio(speeds[0], speeds[1] or LAC_CHARACTERS), least=500)
        self.add("reading: speed beside jieba", ratio(speeds[0], speeds[2]))
        for peer in ("datasketch", "rensa"):
            value = self.times("dedupe", peer, "dibao-bench", "texts")
            self.add(f"finding copies: speed beside {peer}", value)
        both = [self.figure("cpu", "bundle", f"dibao {kind}", "posts") for kind in ("bundle", "tables")]
        packing = max(both[0] - both[1], 1e-3) if all(both) else None
        for peer in ("gzip", "pigz"):
            theirs = self.figure("cpu", "bundle", peer, "bundle", 2 if peer == "pigz" else 1)
            self.add(f"bundle: speed beside {peer}", ratio(theirs, packing))

    def times(self, part, peer, tool, input_):
        return ratio(*(self.figure("net_cpu", part, t, input_) for t in (peer, tool)))

    def size(self):
        for tool, suffix in ((t, s) for t in ("dibao clean", "dibao run") for s in ("txt", "html")):
            names = (f"{size}.{suffix}" for size in ("small", "large"))
            small, large = (self.figure("mb_per_cpu_s", "lines", tool, name) for name in names)
            self.add(f"{tool}, {suffix}: CPU a byte, 1 MB beside 10 kB", ratio(small, large), most=1.2)
        peak = self.figure("peak", "crowd", "dibao run", "crowd")
        self.add("peak memory, 12,000 documents", peak and peak / 1e6, most=200, unit="MB")


def ratio(above, below):
    return above / below if above and below else None


def goals(cases, busy):
    found = Goals(cases, busy)
    for group in (found.start, found.stages, found.peers, found.size):
        group()
    return found.rows


def show(rows):
    print(f"\n{'':52}{'value':>9}{'goal':>10}")
    for row in rows:
        most, least = row["most"], row["least"]
        bound = f"<= {most:g}" if most else f">= {least:g}" if least else ""
        verdict = "" if not bound else "not judged: the machine is busy"
        if row["met"] is not None:
            verdict = "met" if row["met"] else f"missed by {row['missed_by']:.2f} x"
        print(f"{row['what']:52}{row['value']:9.2f}{bound:>10} {row['unit']:9}{verdict}")
