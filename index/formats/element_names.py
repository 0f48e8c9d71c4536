"""What elements of HTML are by their names, and what the words in their classes tell of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.model import SpanKind

UNSEEN = frozenset({
    "script", "style", "template", "svg", "head", "object", "embed", "iframe", "canvas", "audio", "video",
    "datalist",
})  # fmt: skip
BLOCKS = frozenset({
    "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "noscript", "ol", "option",
    "optgroup", "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "textarea",
    "tfoot", "th", "thead", "tr", "ul", "caption", "button",
})  # fmt: skip
NOISE = frozenset({
    "nav", "aside", "form", "button", "select", "textarea", "dialog", "noscript", "menu", "search",
    "option", "footer",
})  # fmt: skip
NOISE_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "alertdialog",
    "menu", "menubar", "toolbar", "tablist",
})  # fmt: skip
NOISE_WORD = re.compile(
    r"(?<![a-z])(?:comments?|comment-?(?:list|form|area|section)|respond|disqus(?:-?thread)?|outbrain|taboola|"
    r"edit-?section|catlinks)(?![a-z])"
)
SUSPECT_WORD = re.compile(
    r"(?<![a-z])(?:nav(?:bar|igation)?|menu|footer|side-?bar|breadcrumbs?|skip-?link|sr-only|shar(?:e|ing)|social|sociable|related|recommend(?:ed|ations?)?|"
    r"promo(?:s|tion)?|advert(?:s|isement)?|ads?|sponsor(?:ed|s)?|newsletter|subscri(?:be|ption)|sign-?up|cookies?|"
    r"consent|gdpr|popup|modal|overlay|toolbar|pagination|pager|trending|most-?(?:read|popular)|popular|masthead|"
    r"colophon|hidden|author-?(?:bio|box)|tags|tag-?(?:cloud|list)|read-?more|more-?(?:from|stories)|dropdown|login)"
    r"(?![a-z])"
)
ARTICLE_WORD = re.compile(r"(?<![a-z])(?:article|story|post|entry|news)-?(?:body|content|text)(?![a-z])")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
BYLINE_WORD = re.compile(
    r"(?<![a-z])(?:by-?line|author|date|dateline|pub-?date|published|timestamp|post-?date)(?![a-z])"
)
INLINE: Mapping[str, SpanKind] = {
    "em": "emphasis", "i": "emphasis", "cite": "emphasis", "dfn": "emphasis", "var": "emphasis",
    "b": "strong", "strong": "strong",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
RAISABLE = re.compile(r"[0-9+\-−()n ]{1,12}")
