#!/bin/sh
# Starts the standby. While its volume is new it copies the primary at PGHOST as PGUSER, by PGPASSWORD.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # Takes its place when it is whole, so that a copy that was cut off begins anew.
  copy="$PGDATA.copy"
  rm -rf "$copy"
  mkdir -p "$(dirname "$PGDATA")"
  # The slot keeps what the standby has not got yet. One that a former standby has left would keep it for nobody.
  psql --dbname postgres --no-psqlrc --quiet --set ON_ERROR_STOP=1 --output /dev/null --command \
    "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = 'standby' AND NOT active"
  # Writes standby.signal, and how the primary is reached, too.
  pg_basebackup --pgdata "$copy" --checkpoint fast --create-slot --slot standby --write-recovery-conf
  if [ -d "$PGDATA" ]; then rmdir "$PGDATA"; fi
  mv "$copy" "$PGDATA"
fi
exec docker-entrypoint.sh postgres "$@"
