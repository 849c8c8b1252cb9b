"""Who got what, for which initiative, by whom, under which decision."""
