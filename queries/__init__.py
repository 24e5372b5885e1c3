"""The questions: each module answers one, from a store to rows."""
