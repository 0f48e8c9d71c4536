"""Answers taken away: the contract's JSON, text to read, tables to work on, one way to cite."""
