"""The vocabulary of the graph and the reference data it rests on; it knows nothing of the other layers."""
