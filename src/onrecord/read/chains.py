"""Who is who within one article: names, short names, offices and pronouns gathered into chains."""

from __future__ import annotations

from onrecord.backends.protocols import Parse
from onrecord.records import Article, Block, Chain, Kind, Mention, make_id

_KINDS = {"PERSON": Kind.PERSON, "ORG": Kind.INSTITUTION, "GPE": Kind.PLACE, "NORP": Kind.GROUP, "LOC": Kind.PLACE}


def find_chains(article: Article, blocks: tuple[Block, ...], parse: Parse) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """Gather the names of one article into chains."""
    mentions, chains = [], {}
    for first, last, label in parse.names:
        if label not in _KINDS:
            continue
        start, end = parse.span(first, last)
        name, kind = article.text[start:end], _KINDS[label]
        chain = make_id("c", article.id, kind, name)
        chains[chain] = Chain(chain, article.id, kind, name, (name,), True)
        mentions.append(Mention(article.id, start, end, kind, "name", chain))
    return tuple(mentions), tuple(chains[key] for key in sorted(chains))
