"""What a core group looks at: visits, what agencies tell, triggers."""
