#!/bin/sh
# Membuat situs di Netlify. ETALASE: alamat https program (untuk Linux x86-64), bila repositori ini tidak memuat kodenya.
set -eu

# Yang disimpan Netlify di antara dua pembuatan.
cache="${NETLIFY_BUILD_BASE:-/opt/build}/cache/etalase"
mkdir -p "$cache"

if [ -n "${ETALASE:-}" ]; then
    curl --fail --silent --show-error --location --proto '=https' --output "$cache/etalase" "$ETALASE"
    if [ -n "${ETALASE_SHA256:-}" ]; then
        echo "$ETALASE_SHA256  $cache/etalase" | sha256sum --check --quiet
    fi
    chmod +x "$cache/etalase"
    program="$cache/etalase"
elif [ -f Cargo.toml ]; then
    CARGO_TARGET_DIR="$cache/target" cargo build --release --locked
    program="$cache/target/release/etalase"
else
    echo "Program etalase tidak ada. Isi variabel ETALASE dengan alamat https programnya (Site configuration > Environment variables)." >&2
    exit 1
fi

# Tanggal perubahan dibaca dari riwayat yang utuh.
if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
    git fetch --quiet --unshallow || true
fi
if [ -d "$cache/simpanan" ]; then
    rm -rf .etalase
    cp -a "$cache/simpanan" .etalase
fi

# Alamat utama untuk situs yang terbit, alamat sendiri untuk percobaan.
case "${CONTEXT:-production}" in
    production) alamat="${URL:-}" ;;
    *) alamat="${DEPLOY_PRIME_URL:-}" ;;
esac
"$program" --lang id build ${alamat:+--base-url "$alamat"}

rm -rf "$cache/simpanan"
cp -a .etalase "$cache/simpanan"
