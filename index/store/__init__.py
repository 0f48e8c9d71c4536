"""The Whoosh index on disk: how text becomes terms, how they are written, and how they are read back.

Nothing outside this package touches Whoosh, so that it can be exchanged and its faults stay in one room.
"""
