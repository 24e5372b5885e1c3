"""Prints the sample documents: one readable source, three formats."""
