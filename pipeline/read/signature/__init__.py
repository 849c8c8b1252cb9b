"""Digital signatures of a PDF, read offline: who signed, when, over what, and is it intact."""
