#!/usr/bin/env bash
# Runs the cases of evals/ through the language layer, the agent and the search, and prints the scoreboard.
# ./eval.sh [--misses [field] | --case id … | --ratchet | --export]; ends with 1 when a bar of evals/bars.json is not reached.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# Search is asked with the related words that the set-up writes.
[ -f artifacts/words/related.txt ] || ./setup.sh >&2
dotnet build evals/LeadHeat.Evals.csproj -c Release --nologo -v q -clp:ErrorsOnly >&2
exec dotnet artifacts/bin/LeadHeat.Evals/release/LeadHeat.Evals.dll "$@"
