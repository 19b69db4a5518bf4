# Recipes for people, cron and CI. `make help` lists them.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
BINARY   = .build/release/dibao
SHARE    = .build/share
COMPLETED = bash-completion/completions/dibao zsh/site-functions/_dibao fish/vendor_completions.d/dibao.fish
PACKAGES = libxml2-dev libsqlite3-dev libxlsxwriter-dev zlib1g-dev pkg-config
RELEASE  = -c release --static-swift-stdlib

.DEFAULT_GOAL := build
.PHONY: build run test check lint format bench linear bench-clean bench-read bench-dedupe kill-runs torture mutate fuzz sanitize \
  golden test-readers test-report test-ops corpus spark-demo spark-faults spark-test deps man completions \
  install uninstall deb clean help

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

bench: build ## time every stage and the whole beside other tools and the goals (PART, INPUT, PAIRS, ROUNDS)
	$(SWIFT) build $(RELEASE) --product dibao-bench
	.ci/bench $(BINARY) $(PART) $(if $(INPUT),--input $(INPUT)) $(if $(PAIRS),--pairs $(PAIRS))

bench-clean bench-read bench-dedupe: ## time one part alone, as `make bench PART=clean` does
	$(MAKE) bench PART=$(@:bench-%=%)

linear: build ## hold the cost of a byte in long documents of one sentence against that in short ones
	.ci/linear $(BINARY)

test-report: build ## open the report of Fixtures/articles in a headless Chromium (Debian: chromium)
	$(BINARY) run --input Fixtures/articles --output out/report --write csv,report -q
	python3 .ci/test-report out/report/current/report.html

kill-runs: build ## kill N runs (default 200) at random moments, and resume each
	.ci/kill-runs $(BINARY) $(or $(N),200)

torture: build ## put a fault at each call of a run, and try power failures, full disks, odd inputs and clocks (FORM=--short: some minutes)
	-@.ci/deps strace faketime
	.ci/torture $(BINARY) $(FORM)

mutate: deps ## try N mutations (default 20000) of small fixtures of each format, by seed
	$(SWIFT) build $(RELEASE) --product dibao-fuzz
	.ci/mutate .build/release/dibao-fuzz $(or $(N),20000)

sanitize: deps ## run the tests with the sanitizers of addresses and of threads, in .build-asan and .build-tsan
	SWIFT="$(SWIFT)" .ci/sanitize

fuzz: deps ## fuzz what reads foreign bytes, KIND or all of it, SECONDS (default 60) a kind; by libFuzzer, in .build-fuzz
	SWIFT="$(SWIFT)" .ci/fuzz $(or $(SECONDS),60) $(KIND)

corpus: ## make a corpus of N documents (default 10000) in DIR (default out/corpus), with known copies
	.ci/make-corpus $(or $(N),10000) $(or $(DIR),out/corpus)

test-readers: build ## load an export with the programs of its users (pandas, DuckDB, SQLite, openpyxl, LibreOffice …)
	.ci/readers-env .ci/test-readers $(BINARY) $(INPUT)

golden: build ## record Fixtures/golden anew; fails once when something changed, so that it is read
	.ci/golden $(BINARY)

spark-demo: build ## run Fixtures/articles as a Spark job too, and hold its tables against those of one machine
	.ci/spark-env .ci/spark-demo $(BINARY)

spark-faults: build ## break workers and parts of Spark jobs on purpose, and print what happened
	.ci/spark-env .ci/spark-faults $(BINARY)

spark-test: ## run the tests of Sources/spark
	.ci/spark-env sh -c 'cd Sources/spark && python3 -W ignore::ResourceWarning -m unittest discover -s tests -t .'

deps: ## install the system packages that are missing
	@.ci/deps $(PACKAGES)

man: build ## write the man page: .build/share/man/man1/dibao.1
	.ci/share $(BINARY) $(SHARE) man

completions: build ## write the completions of bash, zsh and fish below .build/share
	.ci/share $(BINARY) $(SHARE) completions

install: build man completions ## install program, man page and completions below DESTDIR and PREFIX (default /usr/local)
	install -D -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/dibao"
	for file in man/man1/dibao.1 $(COMPLETED); do \
	  install -D -m 644 "$(SHARE)/$$file" "$(DESTDIR)$(PREFIX)/share/$$file" || exit 1; done

uninstall: ## remove what install put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/dibao"
	for file in man/man1/dibao.1 $(COMPLETED); do rm -f "$(DESTDIR)$(PREFIX)/share/$$file"; done

deb: build man completions ## build a Debian package: .build/deb/dibao_VERSION_ARCH.deb
	.ci/deb $(BINARY) $(SHARE) .build/deb

test-ops: deb ## hold units, man page, completions, metrics and package against the tools that read them
	.ci/test-ops $(BINARY) $(SHARE) .build/deb/dibao_*.deb

clean: ## remove what was built and the demo's output
	rm -rf .build .build-* out

help: ## list the recipes
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 13
