"""What makes the trained files of the program; never imported by it."""
