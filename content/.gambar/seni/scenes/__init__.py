"""One module per group of subjects; importing a module registers its pictures."""
