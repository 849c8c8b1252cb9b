"""A page as words at places, however they were read: rows, columns, their order and roles."""
