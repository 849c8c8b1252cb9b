"""The picture of a scanned page: straightened, its ruling and tables, its seals."""
