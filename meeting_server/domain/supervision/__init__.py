"""What case supervision looks at: adults, behaviours, summaries."""
