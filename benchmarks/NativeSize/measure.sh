#!/usr/bin/env bash
# Publishes the program for some instruction sets; prints its bytes and the methods of the network for vectors of each width.
set -euo pipefail
cd "$(dirname "$0")"
output="$(mktemp -d)"
trap 'rm -rf "$output"' EXIT

# measure title runtime arguments...
measure() {
    rm -rf "obj/Release/net10.0/$2/native"
    dotnet publish -c Release -v quiet -p:Runtime="$2" -o "$output/$2" "${@:3}" > "$output/log" || { cat "$output/log"; exit 1; }
    printf '| %s | %s' "$1" "$(stat -c %s "$output/$2/NativeSize")"
    for bits in 128 256 512; do
        # The first vectors in a method's name are those it works on; what follows are those of eight channels.
        printf ' | %s' "$(grep '<MethodCode' "obj/Release/net10.0/$2/native/NativeSize.map.xml" | grep Code_On |
            sed -E 's/Vectors/\n/' | grep -cE "^$bits" || true)"
    done
    printf ' |\n'
}

echo '| instruction set | bytes | methods of 128 bits | of 256 | of 512 |'
echo '|---|---:|---:|---:|---:|'
measure 'x64, default (x86-64-v2)' linux-x64
measure 'x64, `x86-64-v3`' linux-x64 -p:IlcInstructionSet=x86-64-v3
measure 'x64, `x86-64-v4`' linux-x64 -p:IlcInstructionSet=x86-64-v4
measure 'x64, `native`' linux-x64 -p:IlcInstructionSet=native
if command -v aarch64-linux-gnu-gcc > /dev/null; then
    measure 'arm64' linux-arm64
fi
