# Newsline: `make build` for the one binary, `make test` for everything that CI checks.

# One configuration for the tests: optimised, as it ships, with internals visible to them.
TESTABLE = -c release -Xswiftc -enable-testing
# The binary that ships: the Swift runtime inside, symbols off.
SHIPPED = -c release --static-swift-stdlib --scratch-path .build-ship -Xlinker -s

.PHONY: help build test lint format requirements demo bench bench-syntax clean fuzz bench-pages score-pages events-layer

help: ## What can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

requirements: ## Install by apt what the build and the tests need and this machine lacks
	@Scripts/requirements

build: requirements ## Build the one binary, bin/newsline
	@Scripts/freshen
	swift build $(SHIPPED) --product newsline
	mkdir -p bin
	cp "$$(swift build $(SHIPPED) --show-bin-path)/newsline" bin/newsline

test: requirements lint ## Run the linter and all tests
	python3 -m unittest discover tools/syntax
	python3 -m unittest discover tools/events
	@Scripts/freshen
	swift build $(TESTABLE) --build-tests
	swift test $(TESTABLE) --skip-build --disable-xctest

fuzz: requirements ## Give a million broken inputs to each parser of bytes from outside
	@Scripts/freshen
	swift build $(TESTABLE) --build-tests
	NEWSLINE_FUZZ_CASES=1000000 swift test $(TESTABLE) --skip-build --disable-xctest --filter FuzzTests

lint: ## Hold the sources against .swift-format
	swift format lint --strict --recursive Package.swift Sources Tests

format: ## Bring the sources into .swift-format's form
	swift format --in-place --recursive Package.swift Sources Tests

demo: build ## Read the example pages into a store and show it in a browser
	bin/newsline read Examples/*.html Examples/*.txt --db demo.db --summary
	@echo 'Open http://127.0.0.1:8080/ in a browser; Ctrl-C stops the server.'
	bin/newsline serve --db demo.db --port 8080

bench: build ## Time whole commands of the shipped binary
	Benchmarks/commands.py bin/newsline

bench-syntax: requirements ## Words a second of the parser beside spaCy's: make bench-syntax TEXT=FILE
	@Scripts/freshen
	swift build $(TESTABLE) --product newsline-eval
	Benchmarks/syntax.py .build/release/newsline-eval $(TEXT)

# The pages that `make bench-pages` and `make score-pages` read.
PAGES = ../shared/data/pages

bench-pages: requirements ## Pages a second on one core beside trafilatura
	@Scripts/freshen
	swift build $(TESTABLE) --product newsline-eval
	Benchmarks/pages_speed.py .build/release/newsline-eval $(PAGES)/snippets

score-pages: requirements ## Score bodies, titles, authors and days on the public sets
	@Scripts/freshen
	swift build $(TESTABLE) --product newsline-eval
	Benchmarks/pages.py .build/release/newsline-eval $(PAGES)

# The marked sentences that the events' layer learns from, GloVe's files, and a Python with numpy, scipy and pyarrow.
PLV = ../shared/data/events/plv-train.tsv
GLOVE =
PYTHON = python3

events-layer: requirements ## Learn the layer over the events' frames anew: make events-layer GLOVE=FOLDER [PYTHON=...]
	@Scripts/freshen
	swift build $(TESTABLE) --product newsline-eval
	PYTHON=$(PYTHON) tools/events/retrain.sh .build/release/newsline-eval $(PLV) $(GLOVE)

clean: ## Remove what was built
	rm -rf .build .build-ship bin
