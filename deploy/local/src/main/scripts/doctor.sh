#!/usr/bin/env bash
# What Essaim needs on this machine, what is missing, and how to get it. Exit 1 when something needed is missing.
#   doctor.sh JDK_FOLDER        (empty when none was found)
set -uo pipefail

missing=0

ok() { printf '  ok       %-22s %s\n' "$1" "$2"; }
no() { printf '  MISSING  %-22s %s\n' "$1" "$2"; missing=1; }
may() { printf '  -        %-22s %s\n' "$1" "$2"; }

program() { # program NAME WHAT-FOR HOW
  if command -v "$1" >/dev/null; then ok "$1" "$2"; else no "$1" "$2; $3"; fi
}

optional() { # optional NAME WHAT-FOR HOW
  if command -v "$1" >/dev/null; then ok "$1" "$2"; else may "$1" "optional: $2; $3"; fi
}

port() { # port NAME NUMBER
  local variable=ESSAIM_PORT_$1
  local number=${!variable:-$2}
  if (exec 3<>"/dev/tcp/127.0.0.1/$number") 2>/dev/null; then
    no "port $number" "taken, for $1: end what listens there, or choose another with $variable=NUMBER"
  else
    ok "port $number" "free, for $1"
  fi
}

echo "To build and run:"
if [[ -n ${1:-} ]]; then
  ok "JDK 25" "$1"
else
  no "JDK 25" "sudo apt install openjdk-25-jdk, https://adoptium.net, or sdk install java 25-tem"
fi
if command -v curl >/dev/null || command -v wget >/dev/null; then
  ok "curl or wget" "the Maven wrapper fetches Maven once"
else
  no "curl or wget" "the Maven wrapper fetches Maven once; sudo apt install curl"
fi
if [[ $(uname -sm) == "Linux x86_64" ]]; then
  ok "Linux x86_64" "what the embedded PostgreSQL is built for"
else
  no "Linux x86_64" "the embedded PostgreSQL is built for it; this is $(uname -sm)"
fi
if command -v node >/dev/null && (($(node -p 'process.versions.node.split(".")[0]') >= 20)); then
  ok "node" "$(node --version)"
else
  no "node" "20 or newer; sudo apt install nodejs, or https://nodejs.org"
fi
disk=$(df -Pk . | awk 'NR==2 {print int($4 / 1048576)}')
if ((disk >= 6)); then ok "disk" "$disk GB free"; else no "disk" "$disk GB free, 6 are needed: Maven and npm fetch about 3"; fi
memory=$(awk '/MemAvailable/ {print int($2 / 1048576)}' /proc/meminfo 2>/dev/null || echo 0)
if ((memory >= 3)); then ok "memory" "$memory GB available"; else no "memory" "$memory GB available, 3 are needed"; fi

echo "For the sandbox of the demo and the tests:"
program npm "fetches what the web app and the Bluesky server are made of" "sudo apt install npm"
program python3 "npm compiles better-sqlite3 with it" "sudo apt install python3"
program make "npm compiles better-sqlite3 with it" "sudo apt install make"
program g++ "npm compiles better-sqlite3 with it" "sudo apt install g++"

echo "Ports:"
for pair in GATEWAY:8080 INGEST:8181 MATCHER:8182 EXECUTOR:8183 KEYCLOAK:8090 KAFKA:19092 POSTGRES:15432 \
  PLC:2582 PDS:2583 MASTODON:2590 X:2591; do
  port "${pair%%:*}" "${pair##*:}"
done

echo "For other ways of running:"
optional kubectl "renders and applies deploy/kubernetes" "https://kubernetes.io/docs/tasks/tools"
optional docker "lets the tests run on Testcontainers (-Dessaim.containers=true)" "https://docs.docker.com/engine/install"

((missing == 0)) && echo "Nothing is missing."
exit "$missing"
