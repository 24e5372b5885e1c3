"""The pages, one module each: `page(asked)` gives what the template of the same name shows."""
