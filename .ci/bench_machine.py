"""What .ci/bench asks of the machine: processes measured, caches dropped, peers installed."""

import ctypes
import ctypes.util
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
import zlib

import bench_peers

# Counts what the program asks memory for; glibc alone.
COUNTER = r"""
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
static _Atomic unsigned long count;
#define COUNT atomic_fetch_add_explicit(&count, 1, memory_order_relaxed)
void *malloc(size_t n) { COUNT; return __libc_malloc(n); }
void *calloc(size_t n, size_t m) { COUNT; return __libc_calloc(n, m); }
void *realloc(void *p, size_t n) { COUNT; return __libc_realloc(p, n); }
void *memalign(size_t a, size_t n) { COUNT; return __libc_memalign(a, n); }
void *aligned_alloc(size_t a, size_t n) { return memalign(a, n); }
int posix_memalign(void **p, size_t a, size_t n) { return (*p = memalign(a, n)) ? 0 : 12; }
__attribute__((destructor)) static void tell(void) {
  FILE *file = fopen(getenv("BENCH_ALLOCATIONS"), "w");
  if (file) { fprintf(file, "%lu", count); fclose(file); }
}
"""


def measured(command, printing=False):
    """User, system and wall seconds of a process and its peak memory; what it printed, if asked for.

    The peak is at least this process's own, as a process begins as a copy of its parent.
    """
    output = subprocess.PIPE if printing else subprocess.DEVNULL
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        process = subprocess.Popen(list(map(str, command)), stdout=output, stderr=said)
        printed = process.stdout.read().decode() if printing else ""
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            lines = said.read().decode(errors="replace").strip().splitlines()
            raise RuntimeError(lines[-1] if lines else f"it ended with {process.returncode}")
    taken = {"user": used.ru_utime, "sys": used.ru_stime, "wall": wall}
    return {**taken, "peak": used.ru_maxrss * 1024}, printed


def drop_cache(folder):
    for path in folder.rglob("*"):
        if path.is_file():
            file = os.open(path, os.O_RDONLY)
            os.fsync(file)  # Only what lies on the disk can be dropped.
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(file)


def allocations(case, work):
    """How often a command asks for memory; None where the counter cannot be built."""
    library, counted = work / "counter.so", work / "allocations"
    if not library.exists():
        (work / "counter.c").write_text(COUNTER)
        build = ["cc", "-O2", "-shared", "-fPIC", "-o", library, work / "counter.c"]
        if not shutil.which("cc") or subprocess.run(build, stderr=subprocess.DEVNULL).returncode:
            return None
    if case.before:
        case.before()
    more = {"LD_PRELOAD": str(library), "BENCH_ALLOCATIONS": str(counted)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(case.command, env={**os.environ, **more}, check=False, **quiet)
    return int(counted.read_text())


def stripped(binary, work):
    """The program without what is for debuggers, which valgrind 3.19 cannot read."""
    target = work / "dibao-stripped"
    if not target.exists():
        subprocess.run(["strip", "--strip-debug", "-o", target, binary], check=True)
    return target


def instructions(command):
    """What callgrind counts: the same from run to run, whatever else the machine does."""
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    said = subprocess.run([*tool, *command], capture_output=True, text=True, check=True).stderr
    return int(said.split("Collected :")[1].split()[0])


def python_of(build, peer):
    """The interpreter that has a peer, or why there is none."""
    packages = bench_peers.PACKAGES.get(peer)
    if not packages:
        return sys.executable, None
    # LAC brings a framework along, whose packages are not for the others.
    folder = build / ("bench-lac" if peer == "lac" else "bench-peers")
    python = folder / "bin" / "python"
    marker = folder / " ".join(packages)
    if marker.exists():
        return python, None
    pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    try:
        if not python.exists():
            run([sys.executable, "-m", "venv", folder])
        for package in packages[1:]:
            run([*pip, package])
        run([*pip, *(["--no-build-isolation"] if peer == "lac" else []), packages[0]])
        marker.touch()
        return python, None
    except subprocess.CalledProcessError as failure:
        lines = (failure.stderr or "").strip().splitlines()
        return python, lines[-1] if lines else str(failure)


def pigz(build):
    """The program from Debian's package, unpacked and not installed; or None."""
    if shutil.which("pigz"):
        return "pigz"
    folder = build / "bench-pigz"
    try:
        if not (folder / "usr/bin/pigz").exists():
            folder.mkdir(parents=True, exist_ok=True)
            run(["apt-get", "download", "-q", "pigz"], cwd=folder)
            run(["dpkg", "-x", next(folder.glob("*.deb")), folder])
        return folder / "usr/bin/pigz"
    except (subprocess.CalledProcessError, OSError, StopIteration):
        return None


def run(command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def facts(binary):
    name = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line), ""
    )
    xml = ctypes.CDLL(ctypes.util.find_library("xml2"))
    return {
        "program": run([binary, "version"]).strip(),
        "cpu": name or platform.processor(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "libxml2": ctypes.c_char_p.in_dll(xml, "xmlParserVersion").value.decode(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "python": platform.python_version(),
        "load": os.getloadavg()[0],
    }
