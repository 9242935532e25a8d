"""What is decided and rated, for each child and the family."""
