"""The picture of a scanned page: straightened, its ruling and tables, its seals.

`prepare` makes an image ready (`sheet` laid flat, `coloured_print` told from stamps, `seals`
bridged, `dark_cells` turned, `streaks` taken out, `strokes` thickened); `rules` finds and erases
its ruling (each a `rule`, the sides of cells that it lacks by `edges`), `tables` the cells
between; `spread` the fold of two pages on a sheet.
"""
