"""The general law that fills the Model Law's gaps: periods, licensing, penalties, redress. One module a statute."""
