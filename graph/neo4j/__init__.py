"""The store on a Neo4j server: the graph as Neo4j's users expect it, and beside it the ledger it is derived from."""
