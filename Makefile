# Rapporteur. Targets:
#
#   make report   install what is missing, build, run the collections, say where the result is
#                 (all of them, or one: make report COLLECTION=migrants-protocol-2005)
#   make test     install what is missing, build, check the format, run all tests
#   make setup    install what is missing
#   make build    build the five stages
#   make format   put the sources into the agreed format
#   make clean    delete everything that can be made again
#   make help     this list

SHELL := /bin/bash
MAKEFLAGS += --no-builtin-rules --no-print-directory
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

BIN := .build/release
JOBS :=
VERBOSE := --verbose

PACKAGES := libcsv-dev libssl-dev python3

ALL_COLLECTIONS := $(sort $(patsubst Pipelines/%/pipeline.yaml,%,$(wildcard Pipelines/*/pipeline.yaml)))
COLLECTION := $(ALL_COLLECTIONS)

.PHONY: help setup build report run test lint format clean FORCE

help:
	@sed -n '3,/^$$/{s/^#  \{0,1\}//p}' Makefile

# Installs without asking; says nothing and needs no rights where nothing is missing.
setup:
	@missing=$$(for package in $(PACKAGES); do \
	    dpkg-query -W -f='$${db:Status-Status}' $$package 2>/dev/null | grep -qx installed \
	      || echo $$package; \
	  done); \
	  if [ -n "$$missing" ]; then \
	    echo "setup: installing" $$missing; \
	    root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	    $$root apt-get update -qq -o DPkg::Lock::Timeout=120 \
	      && $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	        --no-install-recommends -o DPkg::Lock::Timeout=120 $$missing >/dev/null \
	      || { echo "setup: could not install" $$missing "- install them by hand" >&2; exit 1; }; \
	  fi
	@command -v swift >/dev/null \
	  || { echo "setup: there is no Swift; install Swift 6.3 from https://www.swift.org/install" >&2; exit 1; }

build: setup
	@swift build --configuration release --quiet

report: build
	@$(MAKE) run

# Runs the stages that are not up to date, then says where the result is. A collection that
# fails does not keep the others from being published.
run:
	@for name in $(COLLECTION); do \
	    [ -f "Pipelines/$$name/pipeline.yaml" ] || { \
	      echo "Pipelines/$$name: error: [no-collection] there is no such collection;" \
	        "expected one of: $(ALL_COLLECTIONS)" >&2; exit 78; }; \
	  done
	@failed=; \
	  $(MAKE) --keep-going $(foreach name,$(COLLECTION),Output/$(name)/published/manifest.json) \
	    || failed=1; \
	  for name in $(COLLECTION); do \
	    if [ "$$(cat Output/$$name/.status 2>/dev/null)" = 0 ]; then \
	      echo "$$name: Output/$$name/published"; \
	    elif [ "$$(cat Output/$$name/.status 2>/dev/null)" = 1 ]; then \
	      echo "$$name: Output/$$name/published, with findings to look at in findings.csv"; failed=1; \
	    else \
	      echo "$$name: nothing new published"; failed=1; \
	    fi; \
	  done; \
	  [ -z "$$failed" ]

REGISTERS := $(wildcard Pipelines/registers/*.csv)

# $(1) stage, $(2) collection. Nothing but the export may leave with 1 (published, with findings).
run-stage = status=0; \
	$(BIN)/rapporteur-$(1) --pipeline Pipelines/$(2) --input Input/$(2) --output Output/$(2) \
	  $(if $(JOBS),--jobs $(JOBS)) $(VERBOSE) || status=$$?; \
	mkdir -p Output/$(2) && echo $$status > Output/$(2)/.status; \
	[ $$status -le 1 ] || exit $$status

# The file rules of one collection: what each stage is made from.
define collection-rules
Output/$(1)/ingested/manifest.json: Output/$(1)/.inputs Pipelines/$(1)/pipeline.yaml $(BIN)/rapporteur-ingest
	@$$(call run-stage,ingest,$(1))
Output/$(1)/normalized/manifest.json: Output/$(1)/ingested/manifest.json $(wildcard Pipelines/$(1)/survey.csv Pipelines/$(1)/choices.csv) $(REGISTERS) $(BIN)/rapporteur-normalize
	@$$(call run-stage,normalize,$(1))
Output/$(1)/validated/manifest.json: Output/$(1)/normalized/manifest.json $(wildcard Pipelines/$(1)/corrections.csv) $(BIN)/rapporteur-validate
	@$$(call run-stage,validate,$(1))
Output/$(1)/aggregated/manifest.json: Output/$(1)/validated/manifest.json $(wildcard Pipelines/$(1)/tables.yaml) $(BIN)/rapporteur-aggregate
	@$$(call run-stage,aggregate,$(1))
Output/$(1)/published/manifest.json: Output/$(1)/aggregated/manifest.json $(wildcard Pipelines/$(1)/report.md) $(BIN)/rapporteur-export
	@$$(call run-stage,export,$(1))

# The list of the exports with size and time changes whenever one is added, changed or taken
# away; a list copes with names that make(1) cannot.
Output/$(1)/.inputs: FORCE
	@mkdir -p $$(@D)
	@find Input/$(1) -type f -printf '%P\t%s\t%T@\n' 2>/dev/null | LC_ALL=C sort > $$@.new; \
	  cmp -s $$@.new $$@ && rm $$@.new || mv $$@.new $$@
endef
$(foreach name,$(ALL_COLLECTIONS),$(eval $(call collection-rules,$(name))))

test: setup lint
	@swift build --build-tests --quiet
	@swift test --skip-build --disable-xctest

lint:
	@swift format lint --strict --parallel --recursive Package.swift Sources Tests

format:
	@swift format --in-place --parallel --recursive Package.swift Sources Tests

clean:
	rm -rf Output .build
