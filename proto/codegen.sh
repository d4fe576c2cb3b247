#!/usr/bin/env bash
# Generates src/wire/gen from the proto files: static codecs, no reflection at run time.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p src/wire/gen
npx pbjs -t static-module -w esm -d --no-verify --no-convert --no-delimited --no-service --no-typeurl \
  -p proto -o src/wire/gen/ringraft.js ringraft/v1/kv.proto ringraft/v1/cluster.proto \
  ringraft/internal/v1/peer.proto
# Our reader gives numbers for 64-bit fields, so their defaults are numbers too.
sed -i -E 's/\$util\.Long *\? *\$util\.Long\.fromBits\(0, *0, *(true|false)\) *: *0/0/g' src/wire/gen/ringraft.js
