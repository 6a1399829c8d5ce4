"""Files as people and attackers send them, each as small as it can be."""

import io
import zipfile


def zipped(*names: str, first: bytes = b"") -> bytes:
    """An archive with these parts; the first one stored with this content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for place, name in enumerate(names):
            archive.writestr(name, first if place == 0 else b"x")
    return out.getvalue()


PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(30)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(30)
HEIC = b"\x00\x00\x00\x18ftypheic" + bytes(30)
M4A = b"\x00\x00\x00\x18ftypM4A " + bytes(30)
MP4 = b"\x00\x00\x00\x18ftypisom" + bytes(30)
MP3 = b"ID3\x04" + bytes(30)
HWP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + b"HWP Document File" + bytes(30)
HWPX = zipped("mimetype", "Contents/header.xml", first=b"application/hwp+zip")
DOCX = zipped("[Content_Types].xml", "word/document.xml")
XLSX = zipped("[Content_Types].xml", "xl/workbook.xml")
TXT = "3월 2일: 이번 달 월급은 다음에 줄게요.\n".encode()
TAKEN = {
    "pdf": PDF, "png": PNG, "jpg": JPEG, "heic": HEIC, "m4a": M4A, "mp4": MP4, "mp3": MP3, "hwp": HWP, "hwpx": HWPX,
    "docx": DOCX, "xlsx": XLSX, "txt": TXT,
}
REFUSED = {
    "page.html": b"<!DOCTYPE html><html><script>alert(1)</script></html>",
    "page.txt": b"hello <script src=x></script>",
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "drawing.png": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "program.exe": b"MZ\x90\x00" + bytes(60),
    "program.txt": b"\x7fELF\x02\x01" + bytes(60),
    "script.sh": b"#!/bin/sh\nrm -rf /\n",
    "script.bat": b"@echo off\r\ndel c:\\\r\n",
    "archive.zip": zipped("a.txt"),
    "archive.docx": zipped("a.txt", "b.exe"),
    "macros.docx": zipped("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    "picture.png": PNG + zipped("evil.exe"),
    "document.pdf": PDF + zipped("evil.exe"),
    "picture.gif": b"GIF89a<script>alert(1)</script>",
    "late.docx": b"junk" + DOCX,
    "letter.rtf": b"{\\rtf1 hello}",
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "evidence.exe": PDF,
    "evidence.html": PNG,
}
