"""Maps a network address to the share under which strangers are counted."""

from ipaddress import AddressValueError, IPv6Address


def share_of(address: str) -> str:
    """Returns the address itself, or for IPv6 its network of 64 bits. One household or office has such a network, and
    with it more addresses than anyone could count.
    """
    try:
        found = IPv6Address(address.partition("%")[0])
    except AddressValueError:
        return address
    return str(found.ipv4_mapped or IPv6Address(int(found) >> 64 << 64))
