"""The record and the workbook, put together from what may be read."""
