"""Who wrote, without being able to say who: keyed hashes of e-mail and network addresses.

The key is derived from SECRET_KEY, so it is not in the database; whoever copies only the tables
cannot try addresses against them. docs/decisions/comments.md
"""

from ipaddress import ip_address, ip_network

from django.utils.crypto import salted_hmac

from newsroom.text import vietnamese

# One household or phone gets a whole /64 and may write from any address in it.
IPV6_PREFIX = 64


def email_hmac(email: str) -> str:
    """64 hexadecimal digits that stand for an e-mail address, whatever its case."""
    return _hmac("email", vietnamese.clean_line(email).casefold())


def address_hmac(address: str) -> str:
    """64 hexadecimal digits that stand for a network address; empty where it is none.

    `address` is REMOTE_ADDR: behind a proxy the server sets it; headers that anyone may send do not
    count.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if found.version == 6:
        if found.ipv4_mapped is None:
            return _hmac("address", str(ip_network((int(found), IPV6_PREFIX), strict=False)))
        found = found.ipv4_mapped
    return _hmac("address", str(found))


def _hmac(purpose: str, value: str) -> str:
    return salted_hmac(f"articles.comments.{purpose}", value, algorithm="sha256").hexdigest()
