"""Pages and documents, and the gate that every request passes first."""
