"""One small reader for each format, behind one interface: a file's bytes in, a Source out."""
