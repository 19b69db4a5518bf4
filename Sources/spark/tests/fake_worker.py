"""Stands for `dibao worker` in tests: answers each line with itself, or goes wrong as its first
argument says."""

import hashlib
import json
import os
import signal
import sys
import time


def main():
    fault = sys.argv[1] if len(sys.argv) > 1 else "none"
    digest, read, written = hashlib.sha256(), 0, 0
    for line in sys.stdin.buffer:
        read += 1
        if fault == "killed" and read == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        if fault == "early-exit" and read == 3:
            sys.exit(0)
        if fault == "early-trailer" and read == 3:
            break
        if fault == "code" and read == 3:
            sys.exit(3)
        if fault == "torn" and read == 3:
            sys.stdout.buffer.write(line[:5])
            sys.stdout.flush()
            os._exit(0)
        if fault == "drops" and read == 3:
            continue
        answer = line
        if fault == "quarantines" and read == 3:
            answer = b'{"_status":"quarantined","line":3,"reason":"no JSON"}\n'
        digest.update(answer)
        sys.stdout.buffer.write(answer if fault != "alters" else answer.replace(b"1", b"2"))
        sys.stdout.flush()
        written += 1
    sys.stdout.flush()
    os.close(1)
    if fault == "lingers":
        time.sleep(60)
    if fault == "lies":
        read = written = read + 1
    if fault != "silent":
        print("words before the trailer", file=sys.stderr)
        print(json.dumps({"in": read, "out": written, "quarantined": 0,
                          "sha256_out": digest.hexdigest()}), file=sys.stderr)
    sys.stderr.flush()
    os._exit(0)


main()
