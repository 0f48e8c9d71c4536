"""The version of the program, in one place for the package, the command line and every receipt."""

VERSION = "0.1.0"
