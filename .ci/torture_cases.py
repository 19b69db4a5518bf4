def run_all(*_): return 0
