"""What is remembered between visits, saved as it changes."""
