#!/usr/bin/env bash
# Brings ONNX Runtime's library into benchmarks/Peers/cache (from npm; no script of the package runs).
set -euo pipefail
cd "$(dirname "$0")"
cache="${1:-cache}"
case "$(uname -m)" in
    x86_64) cpu=x64 ;;
    aarch64) cpu=arm64 ;;
    *) echo "onnxruntime-node has no library for $(uname -m)" >&2; exit 1 ;;
esac
mkdir -p "$cache"
if [ ! -f "$cache/libonnxruntime.so.1" ]; then
    workshop="$(mktemp -d)"
    trap 'rm -rf "$workshop"' EXIT
    npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$workshop" onnxruntime-node@1.30.0
    cp "$workshop/node_modules/onnxruntime-node/bin/napi-v6/linux/$cpu/libonnxruntime.so.1" "$cache/"
fi
