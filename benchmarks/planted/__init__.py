"""Archives of invented papers that refer to one another, with planted errors of known kinds."""
