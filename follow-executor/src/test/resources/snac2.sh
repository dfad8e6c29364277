#!/usr/bin/env bash
# snac2.sh FOLDER: puts snac2 into FOLDER/root with everything it stands on, from Debian's packages of a newer release, and a starter
# FOLDER/snac that runs it with its own libc: nothing is installed on this machine. Ends with 3 where that cannot be done.
set -euo pipefail
folder=$1
[[ -x $folder/snac ]] && exit 0
for tool in apt-get apt-cache dpkg; do
  command -v "$tool" >/dev/null || { echo "snac2 needs Debian's packages, and $tool is not here"; exit 3; }
done
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources 2>/dev/null |
  sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\?\(http[^ ]*\).*/\2/p' | grep -v security | head -1 || true)
mirror=${mirror:-http://deb.debian.org/debian}
fresh=$folder/new-$$
trap 'rm -rf "$fresh"' EXIT
mkdir -p "$fresh"/{lists/partial,cache/archives/partial,debs,root}
for suite in trixie trixie-backports; do
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main"
done >"$fresh/sources.list"
apt=(-q -o "Dir::Etc::sourcelist=$fresh/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$fresh/lists"
  -o "Dir::Cache=$fresh/cache" -o APT::Sandbox::User=root -o Acquire::Retries=2 -o Acquire::http::Timeout=20)
apt-get "${apt[@]}" update || { echo "Debian's packages cannot be reached"; exit 3; }
mapfile -t libraries < <(apt-cache "${apt[@]}" depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
  --no-replaces --no-enhances libcurl4t64 libssl3t64 libc6 | grep -E '^(lib|zlib)' | grep -vE 'db|pam|debconf|data|common' | sort -u)
(cd "$fresh/debs" && apt-get "${apt[@]}" download "${libraries[@]}" && apt-get "${apt[@]}" -t trixie-backports download snac2) ||
  { echo "snac2 is not among Debian's packages here"; exit 3; }
for package in "$fresh"/debs/*.deb; do dpkg -x "$package" "$fresh/root"; done
loader=$(cd "$fresh/root" && find . -name 'ld-linux*.so*' -print -quit)
libraries_folder=$(dirname "$(cd "$fresh/root" && find . -name 'libcurl.so.4' -print -quit)")
rm -rf "$folder/root"
mv "$fresh/root" "$folder/root"
printf '#!/bin/sh\nexec "%s" --library-path "%s" "%s" "$@"\n' \
  "$folder/root/$loader" "$folder/root/$libraries_folder" "$folder/root/usr/bin/snac" >"$folder/snac"
chmod +x "$folder/snac"
