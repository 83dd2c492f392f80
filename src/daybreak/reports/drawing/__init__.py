"""Pictures as SVG: no scripts, no links, the same bytes for the same plan."""
