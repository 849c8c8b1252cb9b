"""Reads the signer's certificate and the proof out of a signature's CMS, where both are as usual.

pyHanko decodes each field of a CMS and of its certificates into an object of its own, which took
more time than the signature itself.  Here the DER is walked to the few fields that are asked for
(RFC 5652, RFC 5280, RFC 5035).  Whatever is unusual, or does not hold, is left to pyHanko.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_der_public_key

_INTEGER, _OCTETS, _OID, _SEQUENCE, _SET = 0x02, 0x04, 0x06, 0x30, 0x31
_NULL = b"\x05\x00"
_FIELD_0, _DIRECTORY_NAME = 0xA0, 0xA4
_UTC_TIME, _UTC = 0x17, re.compile(r"[0-9]{12}Z")
_ENCODINGS = {0x0C: "utf-8", 0x13: "latin-1", 0x1E: "utf-16-be"}  # UTF8, printable, BMP string

# Object identifiers as they are encoded.
_PKCS7, _PKCS9 = bytes.fromhex("2a864886f70d0107"), bytes.fromhex("2a864886f70d0109")
_DATA, _SIGNED_DATA = _PKCS7 + b"\x01", _PKCS7 + b"\x02"
_CONTENT_TYPE, _MESSAGE_DIGEST = _PKCS9 + b"\x03", _PKCS9 + b"\x04"
_SIGNING_TIME, _PROTECTION = _PKCS9 + b"\x05", _PKCS9 + b"\x34"
_SIGNING_CERTIFICATE, _SIGNING_CERTIFICATE_2 = _PKCS9 + b"\x10\x02\x0c", _PKCS9 + b"\x10\x02\x2f"
_COMMON_NAME, _ORGANISATION, _UNIT = b"\x55\x04\x03", b"\x55\x04\x0a", b"\x55\x04\x0b"
_SHA2 = bytes.fromhex("6086480165030402")
_HASHES: dict[bytes, hashes.HashAlgorithm] = {
    bytes.fromhex("2b0e03021a"): hashes.SHA1(),
    _SHA2 + b"\x01": hashes.SHA256(),
    _SHA2 + b"\x02": hashes.SHA384(),
    _SHA2 + b"\x03": hashes.SHA512(),
}
_RSA = bytes.fromhex("2a864886f70d0101")
_RSA_WITH = {b"\x05": "sha1", b"\x0b": "sha256", b"\x0c": "sha384", b"\x0d": "sha512"}


class UnusualCmsError(Exception):
    """A CMS that is left to pyHanko."""


class _Field(NamedTuple):
    """A field of a DER value: its tag, where it starts, and where its contents start and end."""

    data: bytes
    tag: int
    start: int
    inner: int
    end: int

    @property
    def contents(self) -> bytes:
        return self.data[self.inner : self.end]

    @property
    def encoded(self) -> bytes:
        return self.data[self.start : self.end]

    def parts(self) -> list[_Field]:
        """The fields inside."""
        found = []
        at = self.inner
        while at < self.end:
            part = _field(self.data, at, self.end)
            found.append(part)
            at = part.end
        return found


@dataclass(frozen=True, slots=True)
class Proof:
    """An RSA signature over attributes, one of which is the digest of what is signed."""

    key: bytes
    hashing: hashes.HashAlgorithm
    digest: bytes
    signed: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Signer:
    """What the certificate of a signature says, and what proves the signature.

    :meth:`holds` says True only where digest and signature were both verified.
    """

    common_names: tuple[str, ...]
    organisations: tuple[str, ...]
    units: tuple[str, ...]
    issuer_names: tuple[str, ...]
    serial: int
    signed_at: dt.datetime | None = None
    proof: Proof | None = None

    def holds(self, digest: bytes) -> bool:
        """Whether this is the digest that was signed, and the signature over it verifies."""
        proof = self.proof
        if proof is None or digest != proof.digest:
            return False
        try:
            key = load_der_public_key(proof.key)
            if not isinstance(key, RSAPublicKey):
                return False
            key.verify(proof.signature, proof.signed, PKCS1v15(), proof.hashing)
        except (InvalidSignature, UnsupportedAlgorithm, ValueError):
            return False
        return True


def read_signer(cms: bytes) -> Signer:
    """The signer of a CMS with one RSA signature over attributes of the usual kind.

    :param cms: DER, blank bytes may follow it
    :raises UnusualCmsError: for any other
    """
    try:
        kind, content = _parts(_field(cms, 0, len(cms)), _SEQUENCE, 2)
        _must(_identifier(kind) == _SIGNED_DATA and content.tag == _FIELD_0)
        (signed_data,) = content.parts()
        version, digests, encapsulated, certificates, *_, infos = _parts(signed_data, _SEQUENCE)
        _must((version.tag, digests.tag, certificates.tag) == (_INTEGER, _SET, _FIELD_0))
        (data_kind,) = _parts(encapsulated, _SEQUENCE)
        _must(_identifier(data_kind) == _DATA)
        (info,) = _parts(infos, _SET)
        return _signer(certificates, _parts(info, _SEQUENCE))
    except (IndexError, KeyError, UnicodeDecodeError, ValueError) as error:
        raise UnusualCmsError from error


def _signer(certificates: _Field, info: Sequence[_Field]) -> Signer:
    version, signer, digest_kind, attributes, proof_kind, proof, *_ = info
    issuer, serial = _parts(signer, _SEQUENCE, 2)
    _must((version.tag, serial.tag) == (_INTEGER, _INTEGER))
    matching = [
        (encoded, parts)
        for encoded in (certificate.encoded for certificate in certificates.parts())
        if (parts := _certificate(encoded))[:2] == (serial.contents, issuer.encoded)
    ]
    ((certificate, (_, _, subject, key)),) = matching
    _must((attributes.tag, proof.tag) == (_FIELD_0, _OCTETS))
    hashing = _HASHES[_algorithm(digest_kind)]
    signing = _algorithm(proof_kind)
    _must(signing[:-1] == _RSA)
    _must(signing[-1:] == b"\x01" or _RSA_WITH[signing[-1:]] == hashing.name)
    values = _attributes(attributes)
    _must(_identifier(values[_CONTENT_TYPE]) == _DATA and _PROTECTION not in values)
    _must(values[_MESSAGE_DIGEST].tag == _OCTETS)
    if _SIGNING_CERTIFICATE_2 in values:
        _check_certificate(values[_SIGNING_CERTIFICATE_2], certificate, issuer, serial)
    else:
        _must(_SIGNING_CERTIFICATE not in values)
    return Signer(
        _names(subject, _COMMON_NAME),
        _names(subject, _ORGANISATION),
        _names(subject, _UNIT),
        _names(issuer.encoded, _COMMON_NAME),
        int.from_bytes(serial.contents, "big", signed=True),
        _time(values[_SIGNING_TIME]) if _SIGNING_TIME in values else None,
        Proof(
            key,
            hashing,
            values[_MESSAGE_DIGEST].contents,
            bytes([_SET]) + attributes.encoded[1:],
            proof.contents,
        ),
    )


@lru_cache(maxsize=128)  # of an office, and of those who certify it, the next file has the same
def _certificate(certificate: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """The number of a certificate, and its issuer, subject and key as they are encoded."""
    whole = _field(certificate, 0, len(certificate))
    to_sign = _parts(_parts(whole, _SEQUENCE, 3)[0], _SEQUENCE)
    _must(to_sign[0].tag == _FIELD_0)  # the version: only certificates of old go without
    _must(to_sign[1].tag == _INTEGER and len(to_sign) >= 7)
    _, serial, _, issuer, _, subject, key, *_ = to_sign
    return serial.contents, issuer.encoded, subject.encoded, key.encoded


def _attributes(attributes: _Field) -> dict[bytes, _Field]:
    """The value of each signed attribute that is asked for; each has one and stands once."""
    found: dict[bytes, _Field] = {}
    for attribute in attributes.parts():
        kind, values = _parts(attribute, _SEQUENCE, 2)
        name = _identifier(kind)
        _must(name not in found)
        if name in (
            _CONTENT_TYPE, _MESSAGE_DIGEST, _PROTECTION, _SIGNING_CERTIFICATE,
            _SIGNING_CERTIFICATE_2, _SIGNING_TIME,
        ):  # fmt: skip
            (found[name],) = _parts(values, _SET)
    return found


def _time(value: _Field) -> dt.datetime:
    """A time of signing: UTC with seconds, its year between 1950 and 2049 (RFC 5652, 11.3)."""
    text = value.contents.decode("ascii")
    _must(value.tag == _UTC_TIME and _UTC.fullmatch(text) is not None)
    century = "20" if text < "5" else "19"
    return dt.datetime.strptime(f"{century}{text}", "%Y%m%d%H%M%SZ").replace(tzinfo=dt.UTC)


def _check_certificate(value: _Field, certificate: bytes, issuer: _Field, serial: _Field) -> None:
    """Hold a certificate against the attribute that says which one signs (RFC 5035)."""
    said = _parts(_parts(_parts(value, _SEQUENCE)[0], _SEQUENCE)[0], _SEQUENCE)
    hashing = "sha256"
    if said[0].tag == _SEQUENCE:
        hashing = _HASHES[_algorithm(said.pop(0))].name
    of_certificate, *rest = said
    _must(of_certificate.tag == _OCTETS)
    _must(of_certificate.contents == hashlib.new(hashing, certificate).digest())
    if rest:
        names, number = _parts(rest[0], _SEQUENCE, 2)
        (name,) = _parts(names, _SEQUENCE)
        _must(name.tag == _DIRECTORY_NAME and name.contents == issuer.encoded)
        _must(number.contents == serial.contents)


def _algorithm(field: _Field) -> bytes:
    """The identifier of an algorithm without parameters."""
    kind, *parameters = _parts(field, _SEQUENCE)
    _must([each.encoded for each in parameters] in ([], [_NULL]))
    return _identifier(kind)


def _identifier(field: _Field) -> bytes:
    _must(field.tag == _OID)
    return field.contents


@lru_cache(maxsize=512)
def _names(name: bytes, wanted: bytes) -> tuple[str, ...]:
    """The values of one kind of a distinguished name."""
    found = []
    for group in _parts(_field(name, 0, len(name)), _SEQUENCE):
        for pair in _parts(group, _SET):
            kind, value = _parts(pair, _SEQUENCE, 2)
            if _identifier(kind) == wanted:
                found.append(value.contents.decode(_ENCODINGS[value.tag]))
    return tuple(found)


def _parts(field: _Field, tag: int, count: int | None = None) -> list[_Field]:
    """The fields inside one of this tag, as many as stated."""
    parts = field.parts()
    _must(field.tag == tag and (count is None or len(parts) == count))
    return parts


def _field(data: bytes, start: int, end: int) -> _Field:
    """The field at an offset: one byte of tag, a definite length in the shortest form."""
    tag, length = data[start], data[start + 1]
    inner = start + 2
    if length >= 0x80:
        size = length & 0x7F
        _must(1 <= size <= 4)
        inner += size
        length = int.from_bytes(data[start + 2 : inner], "big")
        _must(length >= 0x80 and data[start + 2] != 0)
    if tag & 0x1F == 0x1F or inner + length > end:
        raise UnusualCmsError
    return _Field(data, tag, start, inner, inner + length)


def _must(holds: bool) -> None:
    if not holds:
        raise UnusualCmsError
