# Recipes for people, cron and CI. `make help` lists them.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
BINARY   = .build/release/dibao
PACKAGES = libxml2-dev zlib1g-dev pkg-config
RELEASE  = -c release --static-swift-stdlib

.DEFAULT_GOAL := build
.PHONY: build run test check lint format bench bench-clean bench-read golden deps install uninstall clean help

build: deps ## build the program: .build/release/dibao
	$(SWIFT) build $(RELEASE) --product dibao

run: build ## read Fixtures/articles by pipeline.json; the tables lie in out/current
	$(BINARY) run -c pipeline.json
	@echo "Open out/current/mentions.excel.csv (LibreOffice, Excel) or out/current/*.csv (R, pandas)."

test: deps ## run the tests
	$(SWIFT) test

check: lint test ## what CI runs

lint: ## hold the sources against the formatter
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

format: ## let the formatter mend the sources
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

bench: build ## time the program over INPUT (default Fixtures/articles)
	.ci/bench $(BINARY) $(or $(INPUT),Fixtures/articles)

bench-clean: build ## time the cleaning of the pages in DIR beside extractors from PyPI
	python3 .ci/bench-clean $(BINARY) $(or $(DIR),Fixtures/articles)

bench-read: build ## time the reading of the articles in INPUT beside a tagger from PyPI
	$(SWIFT) build $(RELEASE) --product dibao-bench
	python3 .ci/bench-read $(BINARY) .build/release/dibao-bench $(or $(INPUT),Fixtures/articles)

golden: build ## record Fixtures/golden anew; fails once when something changed, so that it is read
	.ci/golden $(BINARY)

deps: ## install the system packages that are missing
	@.ci/deps $(PACKAGES)

install: build ## install the program below DESTDIR and PREFIX (default /usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/dibao"

uninstall: ## remove what install put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/dibao"

clean: ## remove what was built and the demo's output
	rm -rf .build .build-* out

help: ## list the recipes
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 13
