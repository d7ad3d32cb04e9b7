#!/bin/sh
# Runs a command as the user postgres where it would run as root, which PostgreSQL refuses.
[ "$(id -u)" != 0 ] && exec "$@"
exec setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"
