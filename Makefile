# Rapporteur. Targets:
#
#   make report   install what is missing, build, run the collections, say where the result is
#                 (all of them, or one: make report COLLECTION=migrants-protocol-2005); where another
#                 run is at work on a collection it leaves that one out, or waits for so many seconds:
#                 make report WAIT=60; QUIET=yes says nothing where all goes well, TIMINGS=yes says how
#                 long each phase took
#   make status   what became of each collection: its last run, how old the result is, what is stale
#   make open     say where the pages and workbooks are, to be opened in a browser and a spreadsheet
#   make word     write the draft reports for a word processor, Output/<collection>/report.docx
#                 (installs pandoc)
#   make export FORM=datapackage,csvw COLLECTION=x   publish a finished run in further forms, for other
#                 programs; what is always wanted stands under forms in pipeline.yaml
#   make cron     print a line for crontab that runs make report at night
#   make new COLLECTION=x FROM=export.csv   write a first definition of a collection, guessed from
#                 an export, or from a folder with those of one survey; FORM=form.xlsx (or survey.csv)
#                 takes the questions of an XLSForm over instead; also ENCODING=, DELIMITER=,
#                 CONVENTION=, HEADER_ROWS=, UNIT=, SKIP_LINES=, QUOTING=, COMMENT=, SHEET=, CHOICES=
#                 where the export needs them; ITEMS=topic BY="Country, Received" where it has a record for
#                 each unit and item, with ROSTER=topics where tables are to count the records themselves;
#                 AGAIN=yes drafts beside a collection that is there, and shows the differences
#   make compare FROM=x TO=y   compare two rounds of one questionnaire; the result
#                 stands in Output/y/compared/x
#   make test     install what is missing, build, check the format, run all tests and a short torture
#   make torture  end runs at every call, let every call fail, feed them hostile files (25 minutes, or
#                 TORTURE=600 seconds); the figures say how many were tried and how many held
#   make sanitize   run the tests under AddressSanitizer and ThreadSanitizer (many minutes)
#   make fuzz     run the fuzz targets for ten minutes in all (make fuzz SECONDS=60 for one)
#   make check-oracle   the large checks against second implementations: 1,000 random
#                 questionnaires, 1,000 random table designs (against R, too), 1,400 of members of households, 60 samples from strata and in clusters against R, 3,000 polluted
#                 files, 600 exports of survey tools, every encoding, every answer of the 2005
#                 collection flipped, more than 500 tables with hidden counts and 200 collections with guarded
#                 sums attacked by linear programs (many minutes)
#   make check-office   what is published opened in LibreOffice and openpyxl: every figure, label and
#                 sheet; and in frictionless, csvw, Datasette, pyreadstat, PSPP, pyxform, pysdmx, lxml
#                 and the validator of RO-Crate what is made for other programs (some minutes; installs LibreOffice and PSPP)
#   make check-page   the page opened in Chromium: axe-core, keyboard, filters, search, every figure,
#                 labels that attack it (some minutes; installs Chromium; PICTURES=folder keeps pictures)
#   make same-published BEFORE=x AFTER=y   whether two commits (or two folders of release programs)
#                 publish the same bytes, of the collections, the conventions and 200 random
#                 collections (OPTIONS="--collections 50 --seed 2 --only 'tables/*' --keep")
#   make bench    measure the stages against other tools that count the same (ROWS=100000 records
#                 unless said otherwise; polars and DuckDB where PyPI can be reached); OPTIONS=--write
#                 notes the figures in Tests/Benchmarks/RESULTS.md
#   make bench-counts   the instructions that each stage takes for a record, by callgrind, beside those
#                 of Tests/Benchmarks/counts.csv (needs valgrind; OPTIONS=--write writes them anew)
#   make bench-forms   what each form of what is published costs: its share of the instructions of an
#                 export, by callgrind, and its bytes (needs valgrind)
#   make bench-persons   what persons of households cost beside as many records of one person each
#                 (HOUSEHOLDS=100000)
#   make setup    install what is missing
#   make build    build the five stages
#   make format   put the sources into the agreed format
#   make clean    delete everything that can be made again
#   make help     this list
#
# Exit statuses of the programs; make itself ends with 0, or with 2 where one failed:
#   0   done; for the export: published
#   1   published, with findings at or above the collection's fail-on level, and above the fail-above of their rule; look at findings-by-rule.csv
#   64  the command line is wrong; the error says what was expected
#   65  data rejected, nothing published; mend or replace the export, or declare how it is written
#   66  input is missing; put the export into Input/<collection>/
#   70  a fault of the program; report it, with the error
#   73  a file cannot be written; free the disk, or see to the rights of Output/
#   75  another run is at work on the collection; wait, or WAIT=60
#   78  a definition is wrong; the error names file, line and the nearest right name
#
# In Pipelines/: the manual in README.md, every error in ERRORS.md, every key of a definition in
# PIPELINE.md and TABLES.md.

SHELL := /bin/bash
MAKEFLAGS += --no-builtin-rules --no-print-directory
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

BIN := .build/release
JOBS :=
QUIET :=
TIMINGS :=
VERBOSE := $(if $(QUIET),,--verbose)
WAIT := 0

PACKAGES := libcsv-dev libssl-dev zlib1g-dev libzip-dev libexpat1-dev coinor-libcbc-dev libutf8proc-dev libxxhash-dev libpcre2-dev libxlsxwriter-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev libreadstat-dev python3 python3-venv

# What the large checks need besides.
ORACLE_PACKAGES := r-base-core r-cran-mass r-cran-survey libreoffice-calc

# Python with the packages that the oracles use; first in the PATH of the tests.
PYTHON := .build-oracle
with-python := PATH="$(CURDIR)/$(PYTHON)/bin:$$PATH"

# A collection's name is letters, digits, '_', '-' and '.': anything else would be several names, or
# words of its own, to make(1) or the shell. Other folders are reported, and reach neither.
NAME := ^Pipelines/[A-Za-z0-9_\x80-\xff][A-Za-z0-9_.\x80-\xff-]*$$
find-collections = find -L Pipelines -mindepth 2 -maxdepth 2 -name pipeline.yaml -printf '%h\0' \
	| LC_ALL=C grep -z$(1)P '$(NAME)'
ALL_COLLECTIONS := $(shell $(call find-collections) | LC_ALL=C sort -z | sed -z 's:^Pipelines/::' | tr '\0' ' ')
COLLECTION := $(ALL_COLLECTIONS)

# What people type reaches the shell as the value of a variable alone, never as its words.
export COLLECTION WAIT FROM TO FORM ENCODING DELIMITER CONVENTION SKIP_LINES QUOTING COMMENT SHEET CHOICES ITEMS BY ROSTER

.PHONY: help setup build report run open word export exported cron status state new draft compare compared test torture sanitize fuzz fuzz-build check-oracle check-office check-page same-published \
  bench bench-counts bench-forms bench-persons lint format clean FORCE

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

# With Swift's own libraries linked in, where the toolchain has them and lld: a program starts in less
# time. Gold would warn five times of what Foundation calls.
build: setup
	@root="$$(dirname "$$(dirname "$$(readlink -f "$$(command -v swift)")")")"; \
	static=; [ -d "$$root/lib/swift_static" ] && [ -x "$$root/bin/ld.lld" ] && static="--static-swift-stdlib -Xswiftc -use-ld=lld"; \
	swift build --configuration release --quiet $$static

report: build
	@$(MAKE) run

# $(1) collection, $(2) a descriptor of the shell that asks. Takes the collection's lock before
# anything else is written; it is held until that shell and all it started have ended. Stages find
# the descriptor in RAPPORTEUR_LOCKS, which is made of $$locks, and know by it that the lock is held
# for them; or the word none, where the file system has no locks, which is told here.
define take-lock
lock="Output/$(1)/.lock"; \
	reason=$$({ mkdir -p "Output/$(1)" && : <> "$$lock" && { [ -w "Output/$(1)" ] \
	  || { echo "the folder is read-only"; false; }; }; } 2>&1) && exec $(2)<> "$$lock" || { \
	  echo "$$lock: error: [cannot-write] cannot write here: $${reason##*: }" >&2; exit 73; }; \
	reason=$$(flock --timeout "$$WAIT" --conflict-exit-code 75 $(2) 2>&1); \
	case $$? in \
	  0) flock --nonblock "$$lock" true 2>/dev/null && reason="it locks one file for two at once";; \
	  75) echo "$$lock: error: [locked] another run is working in this" \
	    "folder; this one stopped before it changed anything. Wait until the other has ended and run" \
	    "again, or let this one wait: make report WAIT=60" >&2; exit 75;; \
	  *) reason=$${reason##*: };; \
	esac; \
	if [ -z "$$reason" ]; then locks="$$locks $(2)"; else locks=none; \
	  echo "$$lock: warning: [no-locks] this file system has no locks that work ($$reason), so that" \
	    "nothing keeps two runs apart; this one goes on. See to it that no other run works on the" \
	    "collection meanwhile" >&2; fi
endef

define require-collections
for name in $$COLLECTION; do \
	  case " $(ALL_COLLECTIONS) " in *" $$name "*) continue;; esac; \
	  echo "Pipelines/$$name: error: [no-collection] there is no such collection;" \
	    "expected one of: $(ALL_COLLECTIONS)" >&2; exit 78; \
	done
endef

# Runs the stages that are not up to date, each collection under its lock, then says where the
# result is. A collection that fails does not keep the others from being published. What each stage
# ended with comes through a pipe, which needs no disk; .status and run.log have it for people.
run:
	@failed=; set -f; \
	  while IFS= read -rd '' folder; do failed=1; \
	    echo "$$(printf %q "$$folder"): error: [collection-name] this is no name of a collection and is" \
	      "left out; expected letters, digits, '_', '-' and '.'. Rename the folder" >&2; \
	  done < <($(if $(filter file,$(origin COLLECTION)),$(call find-collections,v),:)); \
	  $(require-collections); \
	  exec 4>&1; ended=; \
	  for name in $$COLLECTION; do \
	    ( locks=; $(call take-lock,$$name,9); \
	      rm -rf "Output/$$name/.status"; started=$$(date +%s); \
	      stages=$$(RAPPORTEUR_LOCKS="$$locks" RAPPORTEUR_ENDS=3 \
	        $(MAKE) "Output/$$name/published/manifest.json" 3>&1 >&4); made=$$?; \
	      status=$${stages##*:}; \
	      [ $$made = 0 ] || case $$status in ''|0|1) status=70;; esac; \
	      if [ "$$status" != 75 ]; then \
	        { echo $$status > "Output/$$name/.status"; } 2>/dev/null; \
	        RAPPORTEUR_LOCKS="$$locks" $(BIN)/rapporteur log --pipeline "Pipelines/$$name" \
	          --input "Input/$$name" --output "Output/$$name" --started $$started \
	          --stages "$$(echo $$stages)" --status $$status; \
	      fi; \
	      exit $$status ); \
	    ended="$$ended $$name:$$?"; \
	  done; \
	  for end in $$ended; do \
	    name=$${end%:*}; status=$${end##*:}; published=Output/$$name/published; \
	    in=there; [ ! -e "Output/$$name/confidential" ] || in="in Output/$$name/confidential"; \
	    case $$status in \
	      0) $(if $(QUIET),:,echo "$$name: $$published"); continue;; \
	      1) echo "$$name: $$published, with findings to look at, see findings-by-rule.csv $$in (1)";; \
	      75) echo "$$name: not run, since another run is at work on it (75)";; \
	      *) if [ -e $$published/manifest.json ]; \
	        then echo "$$name: no new result ($$status); $$published is from an earlier run"; \
	        else echo "$$name: no result ($$status)"; fi;; \
	    esac; failed=1; \
	  done; \
	  [ -z "$$failed" ]

open:
	@for name in $$COLLECTION; do \
	  folder="$(CURDIR)/Output/$$name/published"; \
	  if [ -e "$$folder/index.html" ]; then \
	    printf '%s: the page      %s\n%s: the workbook  %s\n' \
	      "$$name" "$$folder/index.html" "$$name" "$$folder/workbook.xlsx"; \
	  else echo "$$name: no result yet; make report COLLECTION=$$name makes one"; fi; \
	done

# Of report.html, since that numbers paragraphs as their author does, and pandoc's Markdown does not; its
# first heading becomes the title where no other tag is around it. It stands outside published/, whose
# bytes are the same everywhere.
word:
	@$(MAKE) setup PACKAGES="$(PACKAGES) pandoc"
	@failed=; for name in $$COLLECTION; do \
	  report="Output/$$name/published/report.html"; made="Output/$$name/report.docx"; \
	  if [ -e "$$report" ]; then \
	    direction=$$(sed -n '2s/.* dir="\([a-z]*\)".*/\1/p' "$$report"); \
	    sed '/^<\/*main>$$/d' "$$report" | pandoc --from html --to docx --shift-heading-level-by=-1 \
	      --metadata dir="$$direction" --output "$$made.new" - && mv "$$made.new" "$$made" \
	      && echo "$$name: $$made" || { rm -f "$$made.new"; failed=1; }; \
	  elif [ -e "Pipelines/$$name/report.md" ]; then \
	    echo "$$name: no result yet; make report COLLECTION=$$name makes one" >&2; failed=1; \
	  else echo "$$name: it has no draft report; Pipelines/$$name/report.md would be one"; fi; \
	done; [ -z "$$failed" ]

# A finished run again, in further forms; what is not up to date runs before.
export: build
	@$(MAKE) exported

# The part of `export` after the build.
exported:
	@IFS=', ' read -ra words <<< "$$FORM"; forms=(); \
	  for word in "$${words[@]}"; do forms+=(--form "$$word"); done; \
	  [ $${#forms[@]} != 0 ] || { \
	    echo "make export: expected forms, as in 'make export COLLECTION=survey FORM=datapackage,csvw'" >&2; \
	    exit 64; }; \
	  $(require-collections); \
	  failed=; for name in $$COLLECTION; do \
	    ( locks=; $(call take-lock,$$name,9); export RAPPORTEUR_LOCKS="$$locks"; \
	      $(MAKE) "Output/$$name/aggregated/manifest.json" || exit 2; \
	      $(BIN)/rapporteur-export --pipeline "Pipelines/$$name" --input "Input/$$name" \
	        --output "Output/$$name" $(if $(JOBS),--jobs $(JOBS)) $(VERBOSE) "$${forms[@]}" ); \
	    status=$$?; case $$status in \
	      0) $(if $(QUIET),:,echo "$$name: Output/$$name/published");; \
	      1) echo "$$name: Output/$$name/published, with findings to look at (1)"; failed=1;; \
	      *) failed=1;; \
	    esac; \
	  done; [ -z "$$failed" ]

# A line for crontab(5), which takes a % for the end of the line; cron has a short PATH of its own.
cron:
	@path=$$(command -v swift make git | xargs -n 1 dirname | awk '!seen[$$0]++' | paste -sd :); \
	  echo "30 2 * * *  cd $$(printf %q "$(CURDIR)" | sed 's/%/\\%/g') && PATH=$$path:/usr/bin:/bin" \
	    "make report QUIET=yes WAIT=600"

status: build
	@$(MAKE) state

# The part of `status` after the build.
state:
	@for name in $(ALL_COLLECTIONS); do \
	  $(BIN)/rapporteur status --pipeline "Pipelines/$$name" --input "Input/$$name" \
	    --output "Output/$$name" || exit; done

new: build
	@$(MAKE) draft

# The part of `new` after the build.
draft:
	@[ -n "$$FROM" ] && [ "$(words $(COLLECTION))" = 1 ] && [ "$(origin COLLECTION)" = "command line" ] || { \
	  echo "make new: expected one collection and an export, as in" \
	    "'make new COLLECTION=feedback FROM=export.csv'" >&2; exit 64; }
	@printf '%s\0' "Pipelines/$$COLLECTION" | LC_ALL=C grep -qzP '$(NAME)' || { \
	  echo "make new: '$$COLLECTION' is no name of a collection; expected letters, digits, '_', '-' and" \
	    "'.', and no '-' or '.' at the beginning. Nothing was written" >&2; exit 64; }
	@$(BIN)/rapporteur new --pipeline "Pipelines/$$COLLECTION" --input "Input/$$COLLECTION" \
	  --from "$$FROM" $(if $(FORM),--form "$$FORM") $(if $(ENCODING),--encoding "$$ENCODING") \
	  $(if $(DELIMITER),--delimiter "$$DELIMITER") $(if $(CONVENTION),--convention "$$CONVENTION") \
	  $(if $(HEADER_ROWS),--header-rows "$$HEADER_ROWS") $(if $(UNIT),--unit "$$UNIT") \
	  $(if $(SKIP_LINES),--skip-lines "$$SKIP_LINES") $(if $(QUOTING),--quoting "$$QUOTING") \
	  $(if $(COMMENT),--comment "$$COMMENT") $(if $(SHEET),--sheet "$$SHEET") \
	  $(if $(CHOICES),--choices "$$CHOICES") $(if $(ITEMS),--items "$$ITEMS") $(if $(BY),--by "$$BY") \
	  $(if $(ROSTER),--roster "$$ROSTER") \
	  $(if $(filter yes,$(AGAIN)),--beside "Output/$$COLLECTION/drafted")
	@if [ "$$AGAIN" = yes ] && [ -d "Output/$$COLLECTION/drafted" ]; then \
	  for file in "Output/$$COLLECTION/drafted"/*; do \
	    diff -uN "Pipelines/$$COLLECTION/$${file##*/}" "$$file"; \
	  done; \
	  echo "Pipelines/$$COLLECTION was left as it is; lines with + are those of the new draft"; \
	else echo "now: make report COLLECTION=$$COLLECTION"; fi

compare: build
	@$(MAKE) compared

# The part of `compare` after the build: both rounds up to the export, which it does not need. The
# locks are taken in the order of the names: two that wait for each other's would wait in vain.
compared:
	@for name in "$$FROM" "$$TO"; do \
	    case " $(ALL_COLLECTIONS) " in \
	      *" $$name "*) [ -n "$$name" ] && continue;; \
	    esac; \
	    echo "make compare: expected two collections of $(ALL_COLLECTIONS), as in" \
	      "'make compare FROM=survey-2005 TO=survey-2012', but one is '$$name'" >&2; exit 64; \
	  done
	@locks=; read -r first last < <(printf '%s\n' "$$FROM" "$$TO" | LC_ALL=C sort | paste -sd ' '); \
	  $(call take-lock,$$first,8); \
	  [ "$$first" = "$$last" ] || { $(call take-lock,$$last,9); }; \
	  export RAPPORTEUR_LOCKS="$$locks"; \
	  $(MAKE) "Output/$$FROM/aggregated/manifest.json" "Output/$$TO/aggregated/manifest.json" \
	  && $(BIN)/rapporteur compare --pipeline "Pipelines/$$TO" --output "Output/$$TO" \
	    --from-pipeline "Pipelines/$$FROM" --from-output "Output/$$FROM" \
	    $(if $(JOBS),--jobs $(JOBS)) $(VERBOSE) \
	  && echo "now: Output/$$TO/compared/$$FROM/summary.md"

# $(1) stage, $(2) collection, $(3) its folder. The stage itself says whether what it made is up to
# date: it knows the values that it reads of the definition. Only that it is another program now, it
# cannot know. A stage that cannot be started, or that a signal ended, is the program's own fault (70).
# Nothing but the export may leave with 1 (published, with findings). RAPPORTEUR_ENDS is the
# descriptor of who wants to know.
run-stage = status=0; \
	[ $(BIN)/rapporteur-$(1) -nt Output/$(2)/$(3)/manifest.json ] && current= \
	  || current=--unless-current; \
	$(BIN)/rapporteur-$(1) --pipeline Pipelines/$(2) --input Input/$(2) --output Output/$(2) \
	  $(if $(JOBS),--jobs $(JOBS)) $(if $(TIMINGS),--timings) $$current $(VERBOSE) || status=$$?; \
	[ $$status -lt 126 ] || status=70; \
	[ -z "$$RAPPORTEUR_ENDS" ] || echo "$(1):$$status" >&$$RAPPORTEUR_ENDS; \
	[ $$status -le 1 ] || exit $$status

# $(1) stage, $(2) collection, $(3) its folder, $(4) the folder before it.
define stage-rule
Output/$(2)/$(3)/manifest.json: $(if $(4),Output/$(2)/$(4)/manifest.json) FORCE
	@$$(call run-stage,$(1),$(2),$(3))
endef

# The file rules of one collection: each stage after the one that it builds on.
define collection-rules
$(call stage-rule,ingest,$(1),ingested,)
$(call stage-rule,normalize,$(1),normalized,ingested)
$(call stage-rule,validate,$(1),validated,normalized)
$(call stage-rule,aggregate,$(1),aggregated,validated)
$(call stage-rule,export,$(1),published,aggregated)
endef
$(foreach name,$(ALL_COLLECTIONS),$(eval $(call collection-rules,$(name))))

test: setup lint $(PYTHON)/.made
	@swift build --build-tests --quiet
	@$(with-python) swift test --skip-build --disable-xctest
	@python3 Tests/Torture/torture.py .build/debug --short

# The release programs, ended and disturbed at their system calls, two at a time, and fed hostile files.
TORTURE := 1500

torture: build
	@python3 Tests/Torture/torture.py $(BIN) --seconds $(TORTURE)

# Builds of their own: a program has one sanitizer. Optimized, since ThreadSanitizer takes hours else.
# Swift keeps what it makes once for the whole run.
sanitize: setup $(PYTHON)/.made
	@for sanitizer in address thread; do \
	    echo "sanitize: $$sanitizer"; \
	    $(with-python) ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=$$sanitizer \
	      --scratch-path .build-$$sanitizer -Xswiftc -O --disable-xctest --quiet || exit; \
	  done

# A build of its own, of the libraries alone, with libFuzzer and AddressSanitizer of the toolchain.
FUZZ := .build-fuzz/release/rapporteur-fuzz
SECONDS := 600

fuzz: setup fuzz-build
	@Tests/Fuzzing/fuzz.sh $(FUZZ) seconds $(SECONDS)

fuzz-build:
	@RAPPORTEUR_FUZZ=1 swift build --configuration release --scratch-path .build-fuzz --quiet \
	  --product rapporteur-fuzz

$(PYTHON)/.made: Tests/Oracles/requirements.txt | setup
	@python3 -m venv --clear $(PYTHON)
	@$(PYTHON)/bin/python3 -m pip install --quiet --disable-pip-version-check \
	  --only-binary :all: --requirement $<
	@touch $@

# The collection of which every answer is changed once.
FLIPPED := migrants-protocol-2005

# The release programs against the oracles in Python, in a folder that is deleted afterwards.
check-oracle: build $(PYTHON)/.made
	@$(MAKE) setup PACKAGES="$(PACKAGES) $(ORACLE_PACKAGES)"
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && oracles=$(CURDIR)/Tests/Oracles \
	  && bin=$(abspath $(BIN)) && export $(with-python) && set -e; \
	  stages() { for name in $$(ls Input); do \
	    for stage in ingest normalize validate aggregate export; do \
	      status=0; $$bin/rapporteur-$$stage --pipeline Pipelines/$$name --input Input/$$name \
	        --output Output/$$name 2>../error || status=$$?; \
	      [ $$status -le 1 ] || { echo "$$name: $$stage left with $$status:" >&2; \
	        cat ../error >&2; exit 1; }; \
	    done; \
	  done; }; \
	  python3 $$oracles/polluted_csv.py generate 1 2000 $$folder/polluted >/dev/null; \
	  python3 $$oracles/polluted_csv.py check $$folder/polluted --duckdb \
	    --program $$bin/rapporteur-ingest; \
	  python3 $$oracles/typed_csv.py generate 1 1000 $$folder/typed >/dev/null; \
	  python3 $$oracles/typed_csv.py check $$folder/typed --duckdb --program $$bin/rapporteur-ingest; \
	  python3 Tests/Generators/survey_exports.py 1 600 $$folder/exports; \
	  python3 $$oracles/survey_exports_oracle.py $$folder/exports --bin $$bin; \
	  python3 $$oracles/encodings_oracle.py generate $$folder/encodings >/dev/null; \
	  python3 $$oracles/encodings_oracle.py check $$folder/encodings --program $$bin/rapporteur-ingest; \
	  for seed in 1 2 3; do \
	    python3 $$oracles/containers_oracle.py generate $$seed $$folder/containers$$seed --office 5; \
	    python3 $$oracles/containers_oracle.py check $$folder/containers$$seed \
	      --program $$bin/rapporteur-ingest; \
	  done; \
	  mkdir -p $$folder/flip/Input; cp -r Pipelines $$folder/flip/; \
	  cp -r Input/$(FLIPPED) $$folder/flip/Input/; cd $$folder/flip; stages; cd $(CURDIR); \
	  python3 $$oracles/flip_oracle.py $$folder/flip $(FLIPPED) $$bin; \
	  python3 $$oracles/random_tables.py generate 1 60 $$folder/tables; cd $$folder/tables; \
	  stages; \
	  python3 $$oracles/random_tables.py check $$folder/tables --r; \
	  python3 $$oracles/random_tables.py partials 1 $$folder/tables $$bin $$(ls Input); cd $(CURDIR); \
	  python3 $$oracles/random_instances.py generate 1 100 $$folder/instances; cd $$folder/instances; \
	  stages; \
	  python3 $$oracles/random_instances.py check $$folder/instances; cd $(CURDIR); \
	  python3 $$oracles/rosters_oracle.py $$bin 2 100 $$folder/rosters; \
	  python3 $$oracles/random_samples.py generate 1 60 $$folder/samples; \
	  cd $$folder/samples; stages; \
	  python3 $$oracles/random_samples.py check $$folder/samples; cd $(CURDIR); \
	  python3 $$oracles/random_questionnaires.py generate 1 1000 $$folder/random $(CURDIR)/Pipelines/registers; \
	  cp -r Pipelines/registers $$folder/random/Pipelines/; cd $$folder/random; stages; \
	  python3 $$oracles/random_questionnaires.py check $$folder/random $$(ls Input); \
	  for options in "" --all-features --rounded "--all-features --rounded"; do cd $(CURDIR); rm -rf $$folder/confidential; \
	    python3 $$oracles/suppression_attack.py generate 1 60 $$folder/confidential \
	      $(CURDIR)/Pipelines/registers $$options; \
	    cp -r $(CURDIR)/Pipelines/registers $$folder/confidential/Pipelines/; \
	    cd $$folder/confidential; stages; \
	    python3 $$oracles/suppression_attack.py check $$folder/confidential $$(ls Input) $$options; \
	  done; \
	  python3 $$oracles/amounts_attack.py generate 1 200 $$folder/amounts; cd $$folder/amounts; stages; \
	  python3 $$oracles/amounts_attack.py check $$folder/amounts $$(ls Input)

$(PYTHON)/.office: Tests/Oracles/office-requirements.txt $(PYTHON)/.made
	@$(PYTHON)/bin/python3 -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

# The collections in English, French and German offices, and labels that spreadsheets run; and what is
# made for other programs.
check-office: build $(PYTHON)/.office
	@$(MAKE) setup PACKAGES="$(PACKAGES) libreoffice-calc pspp"
	@$(with-python) python3 Tests/Oracles/office_oracle.py $(BIN)
	@$(with-python) python3 Tests/Oracles/described_oracle.py $(BIN)
	@$(with-python) python3 Tests/Oracles/exchange_oracle.py $(BIN)

# What opens the page; of PyPI besides what the other oracles use.
PAGE_PACKAGES := chromium fonts-noto-core
PICTURES :=

$(PYTHON)/.page: Tests/Oracles/page-requirements.txt $(PYTHON)/.made
	@$(PYTHON)/bin/python3 -m pip install --quiet --disable-pip-version-check \
	  --only-binary :all: --requirement $<
	@touch $@

# The collections, texts that attack a page, Arabic, and 200 questions to all States.
check-page: build $(PYTHON)/.page
	@$(MAKE) setup PACKAGES="$(PACKAGES) $(PAGE_PACKAGES)"
	@$(with-python) python3 Tests/Oracles/page_oracle.py $(BIN) $(if $(PICTURES),--pictures "$(PICTURES)")

same-published: setup
	@[ -n "$(BEFORE)" ] && [ -n "$(AFTER)" ] || { \
	  echo "make same-published: expected two commits, as in" \
	    "'make same-published BEFORE=HEAD~1 AFTER=HEAD'" >&2; exit 64; }
	@python3 Tests/Oracles/same_published.py "$(BEFORE)" "$(AFTER)" $(OPTIONS)

ROWS := 100000
ROUNDS := 3
HOUSEHOLDS := 100000

# In folders that are deleted afterwards. A measurement, never a test: only the counts are checked.
bench: build
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && set -e; \
	  python=python3; tools=csv; \
	  if python3 -m venv $$folder/venv >/dev/null 2>&1 \
	    && $$folder/venv/bin/pip install --quiet polars==2.1.0 duckdb==2.0.0 >/dev/null 2>&1; then \
	    python=$$folder/venv/bin/python; tools="polars duckdb"; \
	  else \
	    echo "bench: polars and DuckDB cannot be installed here; Python's csv module alone"; \
	  fi; \
	  generate() { python3 Tests/Generators/$$1_collection.py $$folder/$$2 $$3 $$4; }; \
	  measure() { $$python Tests/Benchmarks/bench.py $(BIN) $$folder/$$1 $(ROUNDS) $$tools $(OPTIONS) \
	    $${2:+"$$2" "$$3"}; }; \
	  generate big big $(ROWS); generate big sixteenth $$(($(ROWS) / 16)); \
	  measure big --sixteenth $$folder/sixteenth; rm -r $$folder/big $$folder/sixteenth; \
	  generate big anonymous $(ROWS) --anonymous; \
	  measure anonymous --as "anonymous records"; rm -r $$folder/anonymous; \
	  generate big places $(ROWS) --places; \
	  measure places --as "a banner of 200 choices"; rm -r $$folder/places; \
	  generate narrow narrow $(ROWS); measure narrow --as "narrow records"; rm -r $$folder/narrow; \
	  python3 Tests/Generators/wide_collection.py $$folder/wide Pipelines/registers; \
	  python3 Tests/Benchmarks/wide.py $(BIN) $$folder/wide $(ROUNDS) $(OPTIONS); \
	  python3 Tests/Benchmarks/small.py $(BIN) . $(ROUNDS) $(OPTIONS)

# Instructions, unlike seconds, are the same on a busy machine.
bench-counts: build
	@$(MAKE) setup PACKAGES="$(PACKAGES) valgrind"
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	  python3 Tests/Benchmarks/counts.py $(BIN) $$folder $(OPTIONS)

# What persons of households cost beside as many records of one person each.
bench-persons: build
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT \
	  && python3 Tests/Benchmarks/persons.py $(BIN) $$folder $(HOUSEHOLDS) --rounds $(ROUNDS)

# What each form of what is published costs: its share of the instructions of an export.
bench-forms: build
	@$(MAKE) setup PACKAGES="$(PACKAGES) valgrind"
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	  python3 Tests/Generators/wide_collection.py $$folder Pipelines/registers && \
	  python3 Tests/Benchmarks/forms.py $(BIN) $$folder $(ROUNDS)

lint:
	@swift format lint --strict --parallel --recursive Package.swift Sources Tests

format:
	@swift format --in-place --parallel --recursive Package.swift Sources Tests

clean:
	rm -rf .build .build-*
	[ ! -d Output ] || find Output -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +
