"""Runs the script, then says that all results are out."""

import runpy

import bourse

runpy.run_path("/job/script", run_name="__main__")
bourse._end()
