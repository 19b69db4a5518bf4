"""The goals of Dibao's speed, and what a benchmark says of them."""

# What LAC reads in a second of CPU time where it cannot be installed: measured beside Dibao before.
LAC_CHARACTERS = 11_000


def goals(cases):
    """One dictionary a goal that was measured: what, value, goal, met, and by what factor."""
    found = {}
    for case in cases:
        if case.figures and not case.missing:
            key = (case.part, case.tool.split()[0] if case.tool[:6] != "dibao " else case.tool)
            found[(*key, case.input, case.jobs, case.cold)] = case.figures
    table = []

    def figure(name, part, tool, input_, jobs=1, cold=False):
        return (found.get((part, tool, input_, jobs, cold)) or {}).get(name)

    def ratio(above, below):
        return above / below if above and below else None

    def goal(what, value, most=None, least=None, unit=""):
        if value is not None:
            bound = most if most is not None else least
            by = None if bound is None else value / bound if most is not None else bound / value
            met = None if by is None else by <= 1
            row = {"what": what, "value": value, "unit": unit, "most": most, "least": least}
            table.append({**row, "met": met, "missed_by": by if met is False else None})

    version = figure("wall", "start", "dibao version", "none")
    goal("`dibao version`", version and version * 1000, most=10, unit="ms")
    goal("start to finish on Fixtures/articles", figure("wall", "start", "dibao run", "demo", 2), most=0.3, unit="s")

    for part, tool, most in (("clean", "dibao clean", 1.0), ("run", "dibao run", 2.0)):
        tree = figure("net_user", part, "htmlReadMemory", "pages")
        ours = figure("net_user", part, tool, "pages")
        goal(f"{tool}, pages: user CPU beside a bare tree", ratio(ours, tree), most=most, unit="x")
    clean = figure("net_cpu", "clean", "dibao clean", "sample")
    for peer, least in (("trafilatura", 12), ("readability-lxml", None), ("resiliparse", None)):
        value = ratio(figure("net_cpu", "clean", peer, "sample"), clean)
        goal(f"dibao clean: pages a CPU second beside {peer}", value, least=least, unit="x")
    for part, tool in (("clean", "dibao clean"), ("run", "dibao run")):
        for set_ in ("posts", "texts"):
            value = figure("mb_per_cpu_s", part, tool, set_)
            goal(f"{tool}, {set_}: MB a CPU second", value, least=30, unit="MB/s")
    for part, tool in (("clean", "dibao clean"), ("run", "dibao run")):
        for set_ in ("pages", "posts", "texts"):
            for cold in (False, True):
                one, two = (figure("wall", part, tool, set_, jobs, cold) for jobs in (1, 2))
                what = f"{tool}, {set_}, {'cold' if cold else 'warm'}: 2 workers beside 1"
                goal(what, ratio(one, two), least=1.8, unit="x")

    ours = figure("characters_per_cpu_s", "read", "dibao-bench", "texts")
    lac = figure("characters_per_cpu_s", "read", "lac", "texts")
    what = "reading: characters a CPU second beside LAC"
    goal(what if lac else what + " (11,000)", ratio(ours, lac or LAC_CHARACTERS), least=500, unit="x")
    jieba = figure("characters_per_cpu_s", "read", "jieba", "texts")
    goal("reading: characters a CPU second beside jieba", ratio(ours, jieba), unit="x")
    for peer in ("datasketch", "rensa"):
        value = ratio(
            figure("cpu", "dedupe", peer, "texts"), figure("cpu", "dedupe", "dibao-bench", "texts")
        )
        goal(f"finding copies: documents a CPU second beside {peer}", value, unit="x")

    with_, without = (figure("cpu", "bundle", tool, "posts") for tool in ("dibao bundle", "dibao tables"))
    bundling = with_ and without and max(with_ - without, 0)
    for peer in ("gzip", "pigz"):
        goal(f"bundle: CPU beside {peer} of the same tar", ratio(bundling, figure("cpu", "bundle", peer, "bundle")), unit="x")
    for tool in ("dibao clean", "dibao run"):
        for suffix in ("txt", "html"):
            large, small = (figure("mb_per_cpu_s", "lines", tool, f"{size}.{suffix}") for size in ("large", "small"))
            goal(f"{tool}, {suffix}: CPU a byte at 1 MB beside 10 kB", ratio(small, large), most=1.2, unit="x")
    peak = figure("peak", "crowd", "dibao run", "crowd")
    goal("peak memory of 12,000 documents", peak and peak / 1e6, most=200, unit="MB")
    return table


def show(table):
    print(f"\n{'':62}{'value':>9}  {'goal':>11}")
    for row in table:
        bound = f"<= {row['most']:g}" if row["most"] is not None else f">= {row['least']:g}" if row["least"] is not None else ""
        verdict = "" if row["met"] is None else "met" if row["met"] else f"missed by {row['missed_by']:.2f} x"
        print(f"{row['what']:62}{row['value']:9.2f}  {bound:>6} {row['unit']:4} {verdict}")
