#!/usr/bin/env python3
"""Counts what passed and failed in a meson test log, subtest by subtest, and says on standard error what failed and
what it said of it.   count.py TESTLOG.json"""
import json
import re
import sys

LAST = 25   # lines of what it wrote to standard error: a sanitizer's report, a traceback


def tell(test):
    out, err = test.get("stdout") or "", test.get("stderr") or ""
    print(f"FAIL  {test['name']}: {test['result'].lower()}, exit status {test['returncode']}", file=sys.stderr)
    lines = out.splitlines()
    said = [line for line in lines if line.startswith("not ok")] + lines[-5:]   # where it died, and what it spoke of last
    for line in said[-LAST:] + err.splitlines()[-LAST:]:
        print("      " + line, file=sys.stderr)


passed = failed = 0
with open(sys.argv[1], encoding="utf8") as log:
    for line in log:
        test = json.loads(line)
        out = test.get("stdout") or ""
        good, bad = len(re.findall(r"^ok ", out, re.M)), len(re.findall(r"^not ok ", out, re.M))
        if test["result"] in ("OK", "SKIP", "EXPECTEDFAIL"):
            passed += max(good, 1)
        else:   # a program that died counts once for what it did not come to say
            passed += good
            failed += max(bad, 1)
            tell(test)
print(passed, failed)
