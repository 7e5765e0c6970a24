"""Keyed hashes stand for e-mail and network addresses."""

import pytest

from articles.comments.identity import address_hmac, email_hmac


def test_one_address_has_one_hash_however_it_is_typed():
    assert email_hmac("Minh.Lộc@Thu.example ") == email_hmac("minh.lộc@thu.example")
    assert email_hmac("a@thu.example") != email_hmac("b@thu.example")


def test_the_hash_hides_the_address_and_fits_its_column():
    hashed = email_hmac("a@thu.example")
    assert len(hashed) == 64
    assert "thu" not in hashed


def test_the_hash_depends_on_the_secret_key(settings):
    before = email_hmac("a@thu.example"), address_hmac("203.0.113.9")
    settings.SECRET_KEY = "another key"
    after = email_hmac("a@thu.example"), address_hmac("203.0.113.9")
    assert not set(before) & set(after)


def test_an_e_mail_address_and_a_network_address_are_hashed_apart():
    assert email_hmac("203.0.113.9") != address_hmac("203.0.113.9")


def test_a_network_of_ipv6_counts_as_one_place():
    assert address_hmac("2001:db8:1:2::5") == address_hmac("2001:db8:1:2:ffff::9")
    assert address_hmac("2001:db8:1:2::5") != address_hmac("2001:db8:1:3::5")


def test_ipv4_counts_each_address_even_when_written_as_ipv6():
    assert address_hmac("203.0.113.9") != address_hmac("203.0.113.10")
    assert address_hmac("::ffff:203.0.113.9") == address_hmac("203.0.113.9")


@pytest.mark.parametrize("nothing", ["", "unix:", "localhost", "203.0.113.9, 198.51.100.1"])
def test_what_is_no_address_has_no_hash(nothing):
    assert address_hmac(nothing) == ""
