"""How fast reading, storing, asking and exchanging are, beside what else could be run on the same machine.

    python -m bench.speed                       # everything at 300 made-up documents
    python -m bench.speed reading questions     # some parts
    python -m bench.speed --documents 10000 --keep /tmp/bench -o figures.md

Times are processor time, the least of several runs: they do not depend on what else the machine does. Nothing here is a
test, and no test asserts a time.
"""
