"""The live connection: what may come in, who is connected, and what goes out."""
