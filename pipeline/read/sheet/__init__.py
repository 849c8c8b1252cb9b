"""Workbooks: XLSX, XLS, ODS and CSV as tables."""
