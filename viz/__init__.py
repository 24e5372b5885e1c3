"""Pictures of the graph: the network in one HTML file, text diagrams, and tables of rows."""
