#!/usr/bin/env bash
# Runs the fuzz targets, two at a time, and says of each what it did.
#
#   fuzz.sh PROGRAM seconds N    N seconds in all, from the seeds and what earlier runs found
#   fuzz.sh PROGRAM runs N       N runs a target from the seeds alone, the same every time
#
# .build-fuzz/fuzzing keeps the log of each target, what it found, and the bytes of a run that failed.
set -uo pipefail
corpus=$(dirname "${BASH_SOURCE[0]}")/Corpus
program=$1 measure=$2 amount=$3
folder=.build-fuzz/fuzzing
mkdir -p "$folder"

# Small files are written over and over: in memory, where that can be.
temporary=$(TMPDIR=$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}") mktemp -d)
trap 'rm -rf "$temporary"' EXIT
# Swift's own crash report comes in the way of the sanitizer's, and with random hashes no run could
# be made again.
export TMPDIR=$temporary SWIFT_BACKTRACE=enable=no SWIFT_DETERMINISTIC_HASHING=1

targets=$(ls "$corpus")
if [ "$measure" = seconds ]; then
  limit="-max_total_time=$((amount / (($(wc -w <<<"$targets") + 1) / 2)))"
else
  limit="-runs=$amount -seed=1"
fi

fuzz() {
  local target=$1 found=$temporary/found/$1 log=$folder/$1.log
  [ "$measure" = runs ] || found=$folder/found/$target
  mkdir -p "$found"
  # shellcheck disable=SC2086  # the limit may be two options
  "$program" "$target" $limit -timeout=10 -rss_limit_mb=2048 -max_len=4096 -print_funcs=0 \
    -print_final_stats=1 -dict="$corpus/../dictionary.txt" -artifact_prefix="$folder/$target-" \
    "$found" "$corpus/$target" >"$log" 2>&1
  local status=$?
  local runs edges
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)
  edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
  echo "fuzz: $target: ${runs:-no} runs, ${edges:-no} edges of the code reached"
  [ $status = 0 ] && return
  grep -hE 'does not hold|ERROR: |^SUMMARY|Test unit written' "$log" | sed 's/^/  /' >&2
  echo "fuzz: $target: failed with $status; see $log" >&2
  return 1
}
export -f fuzz
export program measure limit folder temporary corpus
export LSAN_OPTIONS="suppressions=$corpus/../leaks.supp:print_suppressions=0"

xargs -P 2 -I {} bash -c 'fuzz {}' <<<"$targets"
