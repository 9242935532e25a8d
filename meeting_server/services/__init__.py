"""What the product does for people, between the screens and the rules."""
