"""Workbooks: XLSX, XLS and ODS as tables."""
