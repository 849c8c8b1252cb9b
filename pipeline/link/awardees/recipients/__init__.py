"""Those who are given something, as printed: name, post, workplace, higher unit; series of them."""
