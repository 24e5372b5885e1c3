"""The explorer: the questions of `queries/` as pages in plain HTML, served by `chithi serve` or written as files.

A page is a function from what was asked to a model; a template turns the model into HTML. Only the links know whether
the page is served or stands in a folder.
"""
