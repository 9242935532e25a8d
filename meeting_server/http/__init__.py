"""Pages and documents, and the gate every request passes first."""
