"""Made-up documents printed: plain text in several layouts, Markdown, HTML, Word."""
