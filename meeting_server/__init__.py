"""Common Ground: a shared live board for child protection meetings."""
