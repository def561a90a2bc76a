"""The record to look at: tables, citations, the dossier and exports."""
