"""Commands for people who change the project. The server needs none of them."""
