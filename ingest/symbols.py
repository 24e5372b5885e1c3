"""Numbers of documents, after Nghị định 30/2020/NĐ-CP and Hướng dẫn 36-HD/VPTW: their forms and one spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.letters import rule
from ontology.doctypes import DocType, by_sign

_NUMBER = r"\d{1,5}[a-z]?(?:\.\d{1,3})?"
_CODE = r"[A-ZĐ][A-Za-zĐđƯ]*\d{0,4}(?:&[A-ZĐ][A-Za-zĐđ]*)?"
# A group for each form: the sign of the type, and with `_issuer` the code of the issuer.
SYMBOL = rule(
    rf"""
    (?<![\w./-])(?P<number>{_NUMBER})
    (?:
        # with the year: laws, `27/2023/QH15`, and other normative acts, `100/2024/NĐ-CP`
        \s?/\s?(?P<year>(?:19|20)\d\d)\s?/\s?
        (?:
            # of several bodies: `102/2025/NQLT/UBTVQH15-CP-...`
            (?P<joint>NQLT|TTLT)\s?/\s?(?P<joint_issuer>{_CODE}(?:[-–]{_CODE})*)
          | (?P<law>QH\d{{1,2}}|UBTVQH\d{{1,2}}|PL-UBTVQH\d{{1,2}}|L-CTN)
          | (?P<normative>{_CODE})\s?[-–]\s?(?P<normative_issuer>{_CODE}(?:[-–]{_CODE})*)
        )
        # `927/QĐ-TTg`
      | \s?/\s?(?P<state>{_CODE})\s?[-–]\s?(?P<state_issuer>{_CODE}(?:[-–]\s?{_CODE})*)
        # `34-CT/TW`
      | \s?[-–]\s?(?P<party>{_CODE})\s?/\s?(?P<party_issuer>{_CODE}(?:[-–]{_CODE})*)
        # slips in use: `290KH/TU`, `927/QĐTTg`, `34 CT/TW`
      | (?P<glued>KH|CTr|CT|QĐ|NQ|KL|TB|HD|BC)\s?/\s?(?P<glued_issuer>TW|TU)
      | \s?/\s?(?P<joined>QĐ|CT|CĐ|NQ|KH|TB)(?P<joined_issuer>TTg|CP|VPCP|UBND|HĐND)
      | \s(?P<loose>[A-ZĐ][A-Za-zĐđ]{{1,3}})\s?/\s?(?P<loose_issuer>TW|TU|ĐU)
    )(?![\w/])
    """,
    re.X,
)
# `TTg` as scans and typists have it; no other issuer has a code like it.
_PREMIER = rule(r"TT[GgsqeS]|T1g|TIg")
# Signs whose mark a scan lost.
_MARKED = {"ND": "NĐ", "QD": "QĐ", "CD": "CĐ", "DA": "ĐA"}
_STATE = ("normative", "joint", "state", "joined")
_PARTY = ("party", "loose", "glued")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document's number: `text` in its one spelling, the type it stands for, the code of the issuer."""

    text: str
    sign: str
    code: str
    known: DocType | None


def read_symbol(match: re.Match[str]) -> Symbol:
    """What a match of SYMBOL says. A law's number has no sign of a type."""
    number = match["number"]
    number = number.zfill(2) if number.isdigit() else number
    if match["law"]:
        return Symbol(f"{number}/{match['year']}/{match['law']}", "", match["law"], None)
    form = next(name for name in (*_STATE, *_PARTY) if match[name])
    sign, code = match[form], match[f"{form}_issuer"].replace("–", "-").replace(" ", "")
    branch = "party" if form in _PARTY else "government"
    known = by_sign(sign, branch) or by_sign(_MARKED.get(sign.upper(), sign), branch)
    code = code.replace("HDND", "HĐND")
    sign = known.sign if known else sign
    code = "TTg" if _PREMIER.fullmatch(code) else code
    of_party = by_sign(sign, "party") if code in ("TW", "TU") else None
    if of_party and form in _STATE and not match["year"]:  # `34/CT-TW`, stroke and hyphen exchanged
        return Symbol(f"{number}-{of_party.sign}/{code}", of_party.sign, code, of_party)
    if form in _PARTY:
        return Symbol(f"{number}-{sign}/{code}", sign, code, known)
    year = f"{match['year']}/" if match["year"] else ""
    return Symbol(f"{number}/{year}{sign}-{code}", sign, code, known)
