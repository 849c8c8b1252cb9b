"""Link: mentions to rows: who got what, by whom, under which decision; totals and their parts."""
