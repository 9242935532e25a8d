"""The live connection: what it accepts, who is connected, and what is sent."""
