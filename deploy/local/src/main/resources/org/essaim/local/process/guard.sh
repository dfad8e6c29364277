#!/bin/sh
# Runs one command and sees it off when the launcher is gone, however it went.
#
#   guard.sh GRACE LOG COMMAND [ARGUMENT...]
#
# Standard input is a pipe that only the launcher holds open. At its end the command is asked to stop (TERM) and, after GRACE
# seconds, made to (KILL). Standard output is one line, the process id of the command; what the command says goes to LOG.
set -u
grace=$1
log=$2
shift 2

# Ctrl-C reaches every process of the terminal at once: the launcher stops its children in order, so the guards ignore it
# and the command gets a session of its own.
trap '' INT HUP
# TERM may reach all of a group too (timeout, an init system). It is caught, not ignored: what is ignored here would be ignored by
# the command as well.
trap : TERM
exec 3<&0 </dev/null

# Some commands take the end of their input for a reason to stop: this one never ends and says nothing.
mkfifo "$log.input" && exec 4<>"$log.input" && rm "$log.input"

session=
command -v setsid >/dev/null 2>&1 && session=setsid
$session "$@" <&4 >>"$log" 2>&1 3<&- 4<&- &
child=$!
printf '%s\n' "$child"
exec >/dev/null 2>&1

signal() {
  kill -s "$1" -- "-$child" || kill -s "$1" "$child"
}

(
  trap '' TERM
  while read -r _ <&3; do :; done
  signal TERM
  waited=0
  while [ "$waited" -lt "$grace" ] && kill -0 "$child"; do
    sleep 1
    waited=$((waited + 1))
  done
  signal KILL
) &
watcher=$!
exec 3<&- 4<&-

# A signal that was caught ends the wait before the command has ended.
wait "$child"
status=$?
while kill -0 "$child"; do
  wait "$child"
  status=$?
done
kill -s KILL "$watcher"
# Whatever the command started and left behind lives in its session.
kill -s KILL -- "-$child"
exit "$status"
