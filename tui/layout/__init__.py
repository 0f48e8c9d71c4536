"""Values and a width turned into styled lines: what the long views show, worked out without a screen.

Everything here is a pure function over plain values, so that a layout can be tested without Textual and
recomputed at any width.
"""
