"""A capture as a WARC record, and what such a record must say."""

import base64
import io
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import quote, unquote
from uuid import NAMESPACE_URL, uuid5

from warcio.warcwriter import WARCWriter

from onrecord.model import Capture, Evidence, Given, How

_VERSION = "WARC/1.1"  # 1.1 allows fractions of a second in WARC-Date


def record_id(capture: Capture) -> str:
    """The WARC-Record-ID: made from the capture's id, so that the same bytes are the same record in every run."""
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, f'urn:x-onrecord:{capture.id}')}>"


def packed(evidence: Evidence, record: str) -> bytes:
    """The capture's ``resource`` record as one gzip member."""
    capture = evidence.capture
    writer, out = _writer()
    digest = _digest(evidence.content)
    headers = {
        "WARC-Record-ID": record,
        **said(capture),
        "WARC-Block-Digest": digest,
        "WARC-Payload-Digest": digest,
    }
    payload = io.BytesIO(evidence.content)
    made = writer.create_warc_record(
        _target(capture),
        "resource",
        payload=payload,
        length=len(evidence.content),
        warc_content_type=_content_type(capture),
        warc_headers_dict=headers,
    )
    writer.write_record(made)
    return out.getvalue()


def packed_info(name: str) -> bytes:
    """The ``warcinfo`` record at the head of a file, as one gzip member."""
    writer, out = _writer()
    info = {
        "software": "On Record",
        "format": "WARC File Format 1.1",
        "conformsTo": "https://www.iso.org/standard/68004.html",
    }
    writer.write_record(writer.create_warcinfo_record(name, info))
    return out.getvalue()


def said(capture: Capture) -> dict[str, str]:
    """The headers in which a record says where, when and how its bytes came; they are compared with the ledger by `check_evidence`."""
    return {
        "WARC-Date": _date(capture.captured_at),
        "OnRecord-Capture": capture.id,
        "OnRecord-How": capture.how.value,
        "OnRecord-Where": quote(capture.where, safe="/:.,-_~+", errors="backslashreplace"),
        "OnRecord-Given": json.dumps({k: str(v) for k, v in asdict(capture.given).items() if v is not None}),
    }


def told(headers: Mapping[str, str], capture: Capture) -> Capture:
    """The capture as its record tells of it: what `said` wrote, read back."""
    given = json.loads(headers.get("onrecord-given", "{}"))
    if "published" in given:
        given["published"] = date.fromisoformat(given["published"])
    return replace(
        capture,
        captured_at=datetime.fromisoformat(headers["warc-date"]),
        how=How(headers["onrecord-how"]),
        where=unquote(headers["onrecord-where"]),
        given=Given(**given),
    )


def _writer() -> tuple[Any, io.BytesIO]:
    out = io.BytesIO()
    return WARCWriter(out, gzip=True, warc_version=_VERSION), out


def _digest(content: bytes) -> str:
    """As RFC 3548 base 32, which is what WARC tools check."""
    return f"sha256:{base64.b32encode(sha256(content).digest()).decode()}"


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _target(capture: Capture) -> str:
    """The address of the page where it is known, else a name made from the bytes: a path would say whose computer it was."""
    url = quote(capture.given.url or "", safe="%/:?#[]@!$&'()*+,;=-._~", errors="replace")
    return url if url.startswith(("http://", "https://")) else f"urn:x-onrecord:{capture.id}"


def _content_type(capture: Capture) -> str:
    charset = (
        capture.charset
        if capture.charset and capture.charset.replace("-", "").replace("_", "").isalnum()
        else None
    )
    return f"{capture.media_type}; charset={charset}" if charset else capture.media_type
