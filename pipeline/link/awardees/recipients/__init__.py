"""Those who are given something, as printed: name, post, workplace, higher unit; series of them.

`names` reads one person or body behind its number (`labels`), with what is printed behind it
(`tail` says where that ends, `higher_unit` where a body's own name ends). `series` reads one
after another (`next_names`), each as a name, as a row of bodies (`body_row`), behind its post
(`post_first`), behind one head for several (`headed`, `provinces`), or as an area (`areas`);
`together` and `pairs` join what stands behind the last of them only.
"""
