#!/usr/bin/env bash
# Sets up what is missing and runs LeadHeat; ./run.sh --help lists the options.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

for option in "$@"; do
  case $option in --help | -h) exec cat "$here/LeadHeat.AppHost/usage.txt" ;; esac
done

"$here/setup.sh"
# Where ./eval.sh leaves what it found, for the page that shows it.
export Evals__Report=${Evals__Report:-$here/artifacts/evals/report.json}
exec dotnet "$here/artifacts/bin/LeadHeat.AppHost/release/LeadHeat.AppHost.dll" "$@"
