#!/bin/sh
# third-party-notices.sh [OUTPUT]: writes the notices of the software, fonts and icons that the kiosk is built from
# and runs with, from the one list of packages and the copyright files that Debian installs. Without OUTPUT: to
# standard output. Exit codes: 0 all packages found, 1 some are not installed (named on standard error; the
# notices of the others are written), 2 wrong use.
set -eu

here=$(dirname "$0")
list=$here/packages.txt
doc=${MESS_DOC_DIR:-/usr/share/doc}

if [ $# -gt 1 ] || [ ! -r "$list" ]; then
  echo "Usage: third-party-notices.sh [OUTPUT] (packages.txt lies beside it)" >&2
  exit 2
fi

# What a visitor's machine gets: what is built in and what runs beside. Tools that only build (compilers, cmake)
# leave nothing of theirs in the program.
packages() {
  awk '!/^#/ && NF >= 2 && ($2 == "build" || $2 == "run") { print $1 }' "$list" |
    grep -v -x -e build-essential -e cmake -e ninja-build -e pkg-config -e ccache -e xvfb -e xauth | sort -u
}

notice() {
  version=$(dpkg-query -W -f '${Version}' "$1" 2>/dev/null || true)
  site=$(dpkg-query -W -f '${Homepage}' "$1" 2>/dev/null || true)
  printf '\n%s\n%s %s\n%s\n%s\n\n' "$rule" "$1" "$version" "${site:-no site given}" "$rule"
  cat "$doc/$1/copyright"
}

rule=------------------------------------------------------------------------------
write_notices() {
  echo "MESS kiosk: notices of the software, fonts and icons it is built from and runs with."
  echo "The kiosk itself is free software under the GNU General Public License, version 3 or later (see LICENSE)."
  echo "Each package below keeps its own licence, as its Debian copyright file states it."
  echo "The full texts that these name lie in /usr/share/common-licenses on a Debian system."
  for package in $(packages); do
    if [ -r "$doc/$package/copyright" ]; then notice "$package"; fi
  done
}

missing=
for package in $(packages); do
  [ -r "$doc/$package/copyright" ] || missing="$missing $package"
done

if [ $# -eq 1 ]; then
  partial=$1.partial
  trap 'rm -f "$partial"' EXIT
  write_notices >"$partial"
  mv "$partial" "$1"
  trap - EXIT
else
  write_notices
fi

if [ -n "$missing" ]; then
  echo "No copyright file for:$missing. Install these packages, then run this again." >&2
  exit 1
fi
