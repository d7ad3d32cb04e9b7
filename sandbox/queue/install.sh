#!/usr/bin/env bash
# Installs what n8n's queue mode needs beside n8n, on Debian: Redis and PostgreSQL. Neither is left
# running by it: whoever needs them starts them, in temporary folders.
set -euo pipefail

has_postgresql() { compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null; }
if command -v redis-server >/dev/null && has_postgresql; then exit 0; fi
if [ "$(id -u)" != 0 ]; then exec sudo bash "$0"; fi

# A package that starts a server when it is installed asks this first; 101 says no.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
	trap 'rm -f "$policy"' EXIT
	printf '#!/bin/sh\nexit 101\n' >"$policy"
	chmod +x "$policy"
fi
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends redis-server postgresql
