#!/usr/bin/env bash
# The program of the action's own folder, built where the release does not bring it along.
set -euo pipefail

cd -- "$GITHUB_ACTION_PATH"
if [ -f dist-cli/main.js ]; then exit 0; fi
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
npm run --silent build:cli -- --logLevel warn
