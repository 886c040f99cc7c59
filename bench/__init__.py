"""Measure how long builds take: ``python -m bench`` (``make bench``)."""
