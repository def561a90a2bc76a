"""Furniture: what a page or a scrape puts around an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.clean.paragraphs import Paragraph, fold
from onrecord.lang import words

_QUOTES = re.compile(r"[“”\"].{12,}[“”\"]", re.DOTALL)
_COOKIES = re.compile(r"\bcookies?\b.*\bcookies?\b", re.IGNORECASE | re.DOTALL)
_MORE = (
    "top stories ",
    "most read ",
    "most popular ",
    "latest news ",
    "latest from ",
    "more from ",
    "also in ",
    "more on ",
    "more in ",
)
NOTICE = 40  # words of the longest notice that a phrase gives away
_BARE = frozenset({"comments", "about us", "about the author", "end", "join the conversation", "join the discussion"})
SURE = 3  # paragraphs of running text above a line that may also be a link at a page's top
SHORT = 60  # words: a longer paragraph is no furniture, whatever it begins with
_CODE = re.compile(r"[A-Z]{2,}[-_]?\d{8}[A-Z\d-]*|\d{9,}|[\W_]+|https?://\S+|www\.\S+|#\s?\w+(?:\s+#\s?\w+)*")
_CREDIT = re.compile(
    r"\([^()]*(?:\b(?:[Pp]hoto:|GIF:|Photo|Photograph|File|Getty|Shutterstock|Images|Handout|iStock|Picture)\b|\w/\s?(?:[A-Z]{2,}|[A-Z]\w+))[^()]*\)$"
    r"|\b(?:Photograph|Photo|Picture|Image|Credit|Photo credit|Image credit)s?:\s[^.]{2,60}$"
    r"|\s\|\s[^|.]{2,50}/[^|]{2,80}$|/(?:AFP|Getty Images|AP|Getty|EPA|REUTERS|Reuters)\b[^.]{0,60}$|\(AP Photo\)$"
    r"|\bREUTERS/[A-Z][^.]{2,60}$"
)
_COUNT = re.compile(
    r"(?:(?:Image|Photo|Slide)\s+)?\d{1,3}\s+(?:of|/)[\s/]*\d{1,3}\b|\d{1,4} comments?\b|comments? \(\d+\)"
    r"|\d+ (?:shares?|min(?:ute)?s? read)\b",
    re.IGNORECASE,
)
_AGO = re.compile(r"\d{1,2} (?:years?|months?|weeks?|days?|hours?|minutes?) ago\W*$", re.IGNORECASE)
_BLOB = re.compile(r"[!-~]{1000,}")  # an encoded file, not a word
_BRACKETED = re.compile(r"[(\[](?![^()]*\b\d{1,2}\b[^()]*\b\d{4}\b)[^()\[\]]{2,40}[)\]]$")
_FOLLOW = re.compile(
    r"Follow\s+@\w|Follow\s.{2,60}(?:@\w|\bon (?:Twitter|X|Facebook|Instagram)\b)|Image\b.*\bCredit\b|.{0,90}\S+@\S+\.\w{2,}\W*$"
)
_GALLERY = re.compile(r"(?:Photos?|Pictures|Gallery|Slideshow): .*(?:\bPhotos?: |\b\d+ of \d+\b)", re.DOTALL)
_HIDDEN = re.compile(r"\bHide Caption \d+ of \d+")
OPENS = 6  # words of the longest beginning that gives a paragraph away
_TAKEN = re.compile(
    r"\s\|\s(?:[^|.]{2,50}/[^|]{2,40}?\b)?(?:Getty|AP|AFP|Images|Reuters|REUTERS|EPA|Shutterstock|Redux|Sipa|POLITICO)\b"
)
_CREDITED = re.compile(
    r"[A-Z][\w’'.-]+(?:,? (?:[A-Z][\w’'.-]+|and|in|of|for))* (?:reported|contributed|wrote)(?: reporting)? from"
    r" (?:[A-Z][\w’'.,-]+|and| )+$"
)
_SHORTCODE = re.compile(r"\[(?:caption|jwplayer|video|embed|gallery|audio|youtube|pullquote|iframe|playlist)\b", re.IGNORECASE)
_LIVE = re.compile(r"\W*LIVE\b")
_COPYRIGHT = re.compile(r"©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})|(?:contact|tags?|photograph|picture)s?:\s", re.IGNORECASE)
_LABEL = re.compile(r"([\w’' ]{2,24}?)\s*[:|»>–—]\s*\S")


@dataclass(frozen=True, slots=True)
class _Words:
    lines: frozenset[str]
    sure: tuple[str, ...]
    starts: tuple[str, ...]
    phrases: re.Pattern[str]
    hints: re.Pattern[str]
    share: frozenset[str]
    related: frozenset[str]
    related_starts: frozenset[str]
    endings: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = {name: [" ".join(fold(entry)) for entry in entries] for name, entries in words("furniture").items()}
    return _Words(
        frozenset(data["lines"]),
        tuple(f"{start} " for start in data["sure"]),
        tuple(f"{start} " for start in data["starts"]),
        re.compile(rf"\b(?:{'|'.join(data['phrases'])})\b"),
        re.compile(rf"\b(?:{'|'.join(data['hints'])})\b"),
        frozenset(data["share"]),
        frozenset(data["related_headings"]),
        frozenset(data["related_starts"]),
        frozenset(data["endings"]),
    )


def is_furniture(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is the site's and not the article's: chrome, share bars, captions, credits, codes, notices."""
    text, count = paragraph.text, len(paragraph.words)
    if _BLOB.search(text) or (count <= 3 * SHORT and _speaks_of_site(paragraph) and _COOKIES.search(text)):
        return True
    if _is_gallery(text) or _SHORTCODE.match(text) or f"{' '.join(paragraph.words[:OPENS])} ".startswith(_words().sure):
        return True
    if count > SHORT:
        return count <= 2 * SHORT and bool(_CREDIT.search(text[-160:]))
    known, key = _words(), paragraph.key
    if key in known.lines or _CODE.fullmatch(text) or _BRACKETED.match(text) or _AGO.match(text):
        return True
    if _is_share_bar(paragraph) or _LIVE.match(text) or _FOLLOW.match(text) or _COPYRIGHT.match(text) or _CREDITED.match(text):
        return True
    if _COUNT.match(text) and (count <= 8 or _CREDIT.search(text)):
        return True
    if _CREDIT.search(text[-160:]) or _TAKEN.search(text):
        return True
    if _reports(paragraph):
        return False
    if f"{key} ".startswith(known.starts) or (count <= NOTICE and known.phrases.search(key)):
        return True
    hints = len(set(known.hints.findall(key)))
    return hints >= 2 or (hints == 1 and count <= 12 and not paragraph.stopped)


def _is_gallery(text: str) -> bool:
    """Say whether a paragraph holds a gallery's captions, run together."""
    return ("Hide Caption" in text and bool(_HIDDEN.search(text))) or _GALLERY.match(text) is not None


def _reports(paragraph: Paragraph) -> bool:
    """Say whether a paragraph quotes or reports somebody: then its words do not give it away as furniture."""
    return not {"said", "says", "told", "according", "asked"}.isdisjoint(paragraph.words) or bool(_QUOTES.search(paragraph.text))


def _speaks_of_site(paragraph: Paragraph) -> bool:
    """Say whether a paragraph speaks of the site it stands on."""
    return not {"website", "site", "browser", "consent", "preferences"}.isdisjoint(paragraph.words)


def _is_share_bar(paragraph: Paragraph) -> bool:
    """Say whether a line holds nothing but names of ways to share; "Share" may be glued to the first."""
    share, words_ = _words().share, paragraph.words
    if not 2 <= len(words_) <= 30:
        return False
    first = words_[0]
    if not (first.startswith("share") or first in share or first.isdigit()) or all(map(str.isdigit, words_)):
        return False  # figures alone are a day
    known = sum(word.removeprefix("share") in share or word == "share" or word.isdigit() for word in words_)
    return known == len(words_) or (first.startswith("share") and known >= 4 and known >= 0.75 * len(words_))


def is_agency_caption(paragraph: Paragraph) -> bool:
    """Say whether a line above the article is a picture's caption: it ends with an agency in brackets."""
    match = re.search(r"[\[(]([^\[\]()]{2,40})[\])]$", paragraph.text)
    return match is not None and " ".join(fold(match[1])) in _agencies()


@lru_cache(maxsize=1)
def _agencies() -> frozenset[str]:
    return frozenset(" ".join(fold(name)) for name in words("agencies")["agencies"])


def is_related_heading(paragraph: Paragraph) -> bool:
    """Say whether a line heads a list of other articles."""
    key = paragraph.key
    return key in _words().related or (
        len(paragraph.words) <= 6 and key.startswith(("more from ", "also in ", "more on ", "more in "))
    )


def names_other(paragraph: Paragraph) -> bool:
    """Say whether a line points to another article by its first words (``Read more: ...``)."""
    label = _LABEL.match(paragraph.text)
    return label is not None and len(paragraph.words) <= 30 and " ".join(fold(label[1])) in _words().related_starts


def ends_article(paragraph: Paragraph) -> bool:
    """Say whether nothing of the article follows a line (a disclaimer's heading, a press release's end mark, comments)."""
    bare = " ".join(word for word in paragraph.words if not word.isdigit())
    return bare in _words().endings or bool(re.fullmatch(r"(?:#\s*){3,}|-\s?30\s?-", paragraph.text))


def glued_prefix(text: str) -> int:
    """Give the length of furniture printed before a paragraph's first word without a break, 0 where there is none."""
    for phrase in words("furniture")["glued"]:
        if text.startswith(phrase + " ") and len(text) > len(phrase) + 1 and not text[len(phrase) + 1].islower():
            return len(phrase)
    return 0


def last_mark(paragraphs: Sequence[Paragraph], prose: Sequence[bool], start: int) -> int:
    """Find the first line after which nothing belongs to the article; enough running text stands between ``start`` and it."""
    seen = 0
    for index in range(start, len(paragraphs)):
        # a page may print a bare "Comments" above its text too
        if ends_article(paragraphs[index]) and seen >= (SURE if paragraphs[index].key in _BARE else 1):
            return index
        seen += prose[index]
    return len(paragraphs)
