"""Coverage-guided fuzzing of what takes bytes from outside: the readers of files and of text, and the exchange format.

    python -m bench.fuzz files --seconds 300     # also: text, exports

libFuzzer (by atheris) changes the samples so that other branches of the readers run. An input has to end in a reading
that holds together, in records that can be stored, or in the documented error. Anything else, more than 20 seconds of
the processor or more than 2 GB ends the run with a code other than 0, and out/fuzz has the input. The inputs that
reached something new are kept in out/fuzz/TARGET; the next run starts from them.
"""
