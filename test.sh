#!/usr/bin/env bash
# Sets up what is missing and runs the tests; arguments go to dotnet test (./test.sh --filter Playbook).
# ./test.sh --faults runs the fault suite alone and whole: an hour of things that break, and a table of what that cost.
# The last line is always "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

log=artifacts/test.log
faults=artifacts/faults.md
mkdir -p artifacts
printf '| what broke | messages acknowledged | lost | doubled | out of order | all answered after, s |\n|---|---|---|---|---|---|\n' > "$faults"
if [ "${1:-}" = --faults ]; then
  shift
  export LEADHEAT_FAULTS=whole
  set -- --filter Suite=Faults "$@"
fi
if ! ./setup.sh --tests; then
  echo "0 passed, 1 failed"
  exit 1
fi

dotnet test LeadHeat.sln -c Release --no-build --nologo --blame-hang-timeout 20min --blame-hang-dump-type none "$@" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}

# Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total:    12, Duration: 8 s - LeadHeat.Tests.dll (net10.0)
count() { sed -nE "s/^(Passed|Failed)! .*$1: *([0-9]+),.*/\2/p" "$log" | awk '{ sum += $1 } END { print sum + 0 }'; }
passed=$(count Passed)
failed=$(count Failed)
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
