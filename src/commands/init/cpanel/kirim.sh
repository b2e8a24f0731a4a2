#!/bin/sh
# Membuat situs lalu mengirimnya ke hosting cPanel lewat SSH (rsync).
#
#   sh kirim.sh            buat dan kirim
#   sh kirim.sh --coba     tunjukkan apa yang akan berubah, tanpa mengirim
#   sh kirim.sh --hapus    kirim, lalu hapus berkas lama yang tidak lagi dibuat
#
# Pengaturan dibaca dari kirim.conf di folder yang sama:
#   TUJUAN=nama@contoh.go.id:public_html/     (garis miring di akhir wajib ada)
#   PORT=22
#   ETALASE=etalase                           (perintah atau letak programnya)
set -eu

cd "$(dirname "$0")"
if [ -f kirim.conf ]; then
    # shellcheck disable=SC1091
    . ./kirim.conf
fi
: "${TUJUAN:?Isi TUJUAN di kirim.conf, misalnya TUJUAN=nama@contoh.go.id:public_html/}"
PORT="${PORT:-22}"
ETALASE="${ETALASE:-etalase}"

case "$TUJUAN" in
    *:/ | *: | *:./ | *:~/)
        echo "TUJUAN harus sebuah folder di dalam rumah Anda di server, misalnya public_html/; bukan: $TUJUAN" >&2
        exit 2
        ;;
    *:*/) ;;
    *)
        echo "TUJUAN harus berbentuk nama@server:folder/ (dengan garis miring di akhir); bukan: $TUJUAN" >&2
        exit 2
        ;;
esac

mode=kirim
case "${1:-}" in
    "") ;;
    --coba) mode=coba ;;
    --hapus) mode=hapus ;;
    *)
        echo "Pilihan tidak dikenal: $1 (yang ada: --coba, --hapus)" >&2
        exit 2
        ;;
esac

"$ETALASE" --lang id check
"$ETALASE" --lang id build
if [ ! -f public/index.html ]; then
    echo "public/index.html tidak ada; tidak ada yang dikirim." >&2
    exit 1
fi

# Milik server, bukan milik situs ini: tidak dikirim dan tidak dihapus.
kirim() {
    rsync --recursive --times --checksum --compress --human-readable --chmod=D755,F644 --rsh="ssh -p $PORT" \
        --exclude=/cgi-bin/ --exclude=/.well-known/acme-challenge/ --exclude=/.well-known/pki-validation/ \
        --exclude=/.ftpquota --exclude=/error_log "$@"
}

if [ "$mode" = coba ]; then
    kirim --dry-run --itemize-changes --delete public/ "$TUJUAN"
    exit 0
fi

# Berkas pendukung lebih dulu, supaya tidak ada halaman yang sesaat kehilangan gaya atau gambarnya.
for folder in aset i indeks; do
    if [ -d "public/$folder" ]; then
        kirim "public/$folder" "$TUJUAN"
    fi
done
kirim public/ "$TUJUAN"
if [ "$mode" = hapus ]; then
    kirim --delete-after public/ "$TUJUAN"
fi
echo "Situs terkirim ke $TUJUAN"
