"""Whose share an address of the network counts against, where strangers are counted by it."""

from ipaddress import AddressValueError, IPv6Address


def share_of(address: str) -> str:
    """The address itself; of IPv6 the network of 64 bits that one household or office has, for whoever has that has
    more addresses in it than anybody could count."""
    try:
        found = IPv6Address(address.partition("%")[0])
    except AddressValueError:
        return address
    return str(found.ipv4_mapped or IPv6Address(int(found) >> 64 << 64))
