"""CMS read by hand: equal to pyHanko where it speaks, and no proof that pyHanko would refuse."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import (
    extract_certs_for_validation,
    extract_self_reported_ts,
    validate_sig_integrity,
)

from pipeline.read.signature.cms import UnusualCmsError, read_signer

COVERED = b"what the signature covers"
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


def certificate(key: Key, issuer: str = "Trung tâm Chứng thực Lạc Việt") -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)])
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.LOCALITY_NAME, "Minh Sơn"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Liên đoàn Lao động tỉnh Minh Sơn"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "Ban Tổ chức"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "Văn  phòng"),
            x509.NameAttribute(NameOID.COMMON_NAME, "Trịnh Bảo Khanh"),
        ]
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(0xFEDC)
        .not_valid_before(dt.datetime(2024, 1, 1))
        .not_valid_after(dt.datetime(2034, 1, 1))
        .sign(key, hashes.SHA256())
    )


def sign(key: Key, hashing: hashes.SHA256 | hashes.SHA512) -> bytes:
    builder = pkcs7.PKCS7SignatureBuilder().set_data(COVERED)
    builder = builder.add_signer(certificate(key), key, hashing)
    return builder.sign(
        Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.NoCapabilities]
    )


@cache
def signed() -> bytes:
    return sign(rsa.generate_private_key(public_exponent=65537, key_size=2048), hashes.SHA256())


def by_pyhanko(written: bytes, digest: bytes) -> tuple[bool, bool] | None:
    """Whether digest and signature hold as pyHanko says, None for what it does not decode."""
    try:
        signed_data = cms.ContentInfo.load(written)["content"]
        (info,) = signed_data["signer_infos"]
        return validate_sig_integrity(
            info,
            cert=extract_certs_for_validation(signed_data).signer_cert,
            expected_content_type="data",
            actual_digest=digest,
        )
    except SignatureValidationError:
        return False, False
    except (ValueError, TypeError, KeyError):
        return None


@pytest.mark.parametrize("hashing", [hashes.SHA256(), hashes.SHA512()])
def test_a_signer_is_read_as_pyhanko_reads_it(hashing: hashes.SHA256 | hashes.SHA512) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    written = sign(key, hashing)
    signer = read_signer(written + bytes(64))  # the place in the file is larger than the CMS
    signed_data = cms.ContentInfo.load(written)["content"]
    subject = extract_certs_for_validation(signed_data).signer_cert.subject.native
    assert signer.common_names == (subject["common_name"],) == ("Trịnh Bảo Khanh",)
    assert signer.organisations == (subject["organization_name"],)
    assert (
        list(signer.units) == subject["organizational_unit_name"] == ["Ban Tổ chức", "Văn  phòng"]
    )
    assert signer.issuer_names == ("Trung tâm Chứng thực Lạc Việt",)
    assert signer.serial == 0xFEDC
    assert signer.signed_at == extract_self_reported_ts(signed_data["signer_infos"][0])
    digest = hashlib.new(hashing.name, COVERED).digest()
    assert signer.holds(digest)
    assert by_pyhanko(written, digest) == (True, True)
    assert not signer.holds(hashlib.new(hashing.name, b"something else").digest())


def test_what_is_no_rsa_signature_is_left_to_pyhanko() -> None:
    written = sign(ec.generate_private_key(ec.SECP256R1()), hashes.SHA256())
    with pytest.raises(UnusualCmsError):
        read_signer(written)


def test_two_certificates_of_one_number_are_left_to_pyhanko() -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    own = certificate(key)
    builder = pkcs7.PKCS7SignatureBuilder().set_data(COVERED).add_signer(own, key, hashes.SHA256())
    options = [pkcs7.PKCS7Options.DetachedSignature]
    other = builder.add_certificate(certificate(key, "Trung tâm khác")).sign(Encoding.DER, options)
    assert read_signer(other).serial == own.serial_number
    with pytest.raises(UnusualCmsError):
        read_signer(builder.add_certificate(own).sign(Encoding.DER, options))


@settings(deadline=None)
@given(st.integers(0, 2000))
def test_a_torn_cms_is_left_to_pyhanko(length: int) -> None:
    with pytest.raises(UnusualCmsError):
        read_signer(signed()[: min(length, len(signed()) - 1)])


@settings(max_examples=300, deadline=None)
@given(st.floats(0, 1, exclude_max=True), st.integers(1, 255))
def test_nothing_is_proved_that_pyhanko_refuses(place: float, change: int) -> None:
    broken = bytearray(signed())
    broken[int(place * len(broken))] ^= change
    digest = hashlib.sha256(COVERED).digest()
    try:
        holds = read_signer(bytes(broken)).holds(digest)
    except UnusualCmsError:
        return
    assert not holds or by_pyhanko(bytes(broken), digest) in ((True, True), None)
