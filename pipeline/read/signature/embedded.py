"""The signatures of a PDF for pyHanko, which decodes their CMS only where it is unusual."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, extract_contents

from pipeline.read.signature.cms import UnusualCmsError, read_signer

_KINDS = frozenset(kind.value for kind in SigSeedSubFilter)


class QuickSignature(EmbeddedPdfSignature):
    """pyHanko's signature with the usual CMS; ``signer`` is what that says.

    :raises UnusualCmsError: if the CMS is another, or the signature is not as it has to be
    """

    def __init__(self, reader: Any, sig_field: Any, fq_name: str) -> None:
        self.reader = reader
        self.sig_field = sig_field.get_object()
        reference = self.sig_field.raw_get("/V")
        self.sig_object = found = reference.get_object()
        if type(found) is not generic.DictionaryObject or "/ByteRange" not in found:
            raise UnusualCmsError
        self.byte_range = found.raw_get("/ByteRange")
        self.pkcs7_content = extract_contents(found)
        self.signer = read_signer(self.pkcs7_content)
        if self.signer.proof is None:
            raise UnusualCmsError
        self.md_algorithm = self.external_md_algorithm = self.signer.proof.hashing.name
        self.signed_revision = reader.xrefs.get_last_change(reference.reference)
        self.fq_name = fq_name
        # As pyHanko has it before it looks at anything.
        self.coverage = self.diff_result = self.tst_signature_digest = self._sd_cert_info = None
        self._docmdp = self._fieldmdp = None
        self._docmdp_queried = self._fieldmdp_queried = self._integrity_checked = False
        self.external_digests = {}

    @cached_property
    def _decoded(self) -> EmbeddedPdfSignature:
        return EmbeddedPdfSignature(self.reader, self.sig_field, self.fq_name)

    @property
    def signed_data(self) -> Any:
        return self._decoded.signed_data

    @property
    def signer_info(self) -> Any:
        return self._decoded.signer_info


def embedded_signatures(reader: Any) -> list[EmbeddedPdfSignature]:
    """The signatures of a file in the order of signing, as pyHanko collects them.

    :param reader: pyHanko's
    """
    found = []
    for name, value, field in enumerate_sig_fields(reader, filled_status=True):
        if value.get_object().get("/SubFilter", None) in _KINDS:
            found.append(_signature(reader, field, name))
    return sorted(found, key=lambda signature: signature.signed_revision)


def _signature(reader: Any, field: Any, name: str) -> EmbeddedPdfSignature:
    try:
        return QuickSignature(reader, field, name)
    except UnusualCmsError:
        return EmbeddedPdfSignature(reader, field, name)
