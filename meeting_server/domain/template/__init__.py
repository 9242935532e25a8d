"""The meeting template: what varies between councils and kinds of meeting."""
