"""The chair's screens: one blueprint over the same meeting, the same door and the same board."""
