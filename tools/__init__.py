"""Commands for those who change the project; the server needs none of them."""
