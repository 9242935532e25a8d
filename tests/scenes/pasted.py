"""What other programs put into a text that is pasted, and what becomes of it: one table for the server and the page."""

PASTED = {
    "a slide's\vsecond line": "a slide's\nsecond line",
    "a page\fof a PDF": "a page\nof a PDF",
    "an old\rMac": "an old\nMac",
    "a\r\nDOS line": "a\nDOS line",
    "next\x85line": "next\nline",
    "line\u2028separator": "line\nseparator",
    "paragraph\u2029separator": "paragraph\nseparator",
    "nothing\x00\x07\x1b\x7f\x9f shown": "nothing shown",
    "turned \u202eround\u202c and \u2066apart\u2069": "turned round and apart",
    "a tab\tand a\nline stay": "a tab\tand a\nline stay",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 and h\u06be\u200c stay": "\U0001f468\u200d\U0001f469\u200d\U0001f467 and h\u06be\u200c stay",
}
EMPTY = ("", " \n\t", "\u200b", "\ufeff \u2060", "\u00ad\u200e\u200f", "\u3164", "\u2028")
