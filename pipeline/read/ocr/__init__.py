"""Page images recognised with Tesseract, and what it cannot read: figures by hand, seals.

`page` takes an image to its lines, from an earlier run where it can; `recognise` does the work: the
page made ready by :mod:`pipeline.read.scan`, tables cell by cell (`cells`, `figure_marks`), the
rest in one go by the `engine`, whose words come from `results` or `hocr`.  Then what is doubtful or
missing is read again: `numbers`, `filled_in`, `sealed`, `missed`, `lost`, `short_lines`.  `words`
become words in points; `incoming`, `notes` and `small_print` tell what is no text.  `image` opens
files of images.
"""
