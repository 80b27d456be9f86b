#!/usr/bin/env python3
"""Counts what passed and failed in a meson test log, subtest by subtest.   count.py TESTLOG.json"""
import json
import re
import sys

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
print(passed, failed)
