"""The papers that a production runs on, each as data before it is a file.

A module for each kind of paper gives a `daybreak.reports.papers.paper.Paper`;
`daybreak.reports.formats` turns any of them into text, HTML, PDF, XLSX or CSV.
"""
