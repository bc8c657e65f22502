#!/usr/bin/env bash
# Sets up what is missing and runs the tests; arguments go to dotnet test (./test.sh --filter Playbook).
# ./test.sh --faults runs the fault suite alone and whole: an hour of things that break, and a table of what that cost.
# The last line is always "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

log=artifacts/test.log
again=artifacts/test-again.log
faults=artifacts/faults.md
mkdir -p artifacts
printf '| what broke | messages acknowledged | lost | doubled | out of order | second conversations | dead | all answered after, s |\n|---|---|---|---|---|---|---|---|\n' > "$faults"
if [ "${1:-}" = --faults ]; then
  shift
  export LEADHEAT_FAULTS=whole
  set -- --filter Suite=Faults "$@"
fi
if ! ./setup.sh --tests; then
  echo "0 passed, 1 failed"
  exit 1
fi

# Forty times an app is started for a moment: its methods are compiled quickly, not for good as in one that is to run for days (Directory.Build.props).
export DOTNET_TC_QuickJit=1 DOTNET_TC_CallCountingDelayMs=100
run() { dotnet test LeadHeat.sln -c Release --no-build --nologo --blame-hang-timeout 20min --blame-hang-dump-type none "$@" 2>&1; }

# Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total:    12, Duration: 8 s - LeadHeat.Tests.dll (net10.0)
count() { sed -nE "s/^(Passed|Failed)! .*$1: *([0-9]+),.*/\2/p" "$2" | awk '{ sum += $1 } END { print sum + 0 }'; }

run "$@" | tee "$log"
code=${PIPESTATUS[0]}
passed=$(count Passed "$log")
failed=$(count Failed "$log")

# A few red tests among thousands get a second try, alone: what is broken stays red, what only lost a race for the processor is
# named as unsteady. It is a defect of the test or of the app all the same, and wants mending. The fault suite has no second try:
# a lead that is lost once is lost.
names=$(sed -nE 's/^  Failed ([A-Za-z0-9_.+]+).*/\1/p' "$log" | sort -u)
if [ "$failed" -gt 0 ] && [ "$failed" -le 3 ] && [ "$passed" -gt 100 ] && ! grep -q '\.Faults\.' <<< "$names"; then
  echo "Once more, alone: $names"
  run --filter "FullyQualifiedName=${names//$'\n'/|FullyQualifiedName=}" | tee "$again"
  code=${PIPESTATUS[0]}
  still=$(count Failed "$again")
  if [ "$(count Passed "$again")" = 0 ] || { [ "$code" != 0 ] && [ "$still" = 0 ]; }; then still=$failed; fi
  passed=$((passed + failed - still))
  failed=$still
  if [ "$failed" = 0 ]; then printf 'Unsteady, red at first and green alone (why: %s):\n%s\n' "$log" "$names"; fi
fi

if [ "$code" != 0 ] && [ "$failed" = 0 ]; then
  echo "The test run ended with code $code."
  failed=1
fi
if [ "$passed" = 0 ] && [ "$failed" = 0 ]; then
  echo "No test ran."
  code=1
fi
if [ -n "${LEADHEAT_FAULTS:-}" ]; then cat "$faults"; fi
echo "$passed passed, $failed failed"
exit "$code"
