"""Made-up corpora and measurements."""
