#!/usr/bin/env bash
# Runs this lab: routing daemons in network namespaces, joined by veth pairs.
# Nothing outside the lab's own namespaces is touched, and 'down' removes all that was made.
set -euo pipefail
export LC_ALL=C

usage() {
  cat <<'EOF'
usage: lab.sh up                builds the lab and starts its daemons
       lab.sh wait [SECONDS]    waits until sessions are up and tables rest (default 60)
       lab.sh dump OUT.json     writes the tables of all routers as the daemons show them
       lab.sh fail ID           takes an element, a link or a part of one down
       lab.sh restore ID        brings it back
       lab.sh status            shows routers, sessions and what has failed
       lab.sh shell ROUTER      opens a shell in a router's namespace
       lab.sh down              stops and removes the lab, also one that crashed
       lab.sh run OUT.json      up, wait, dump, down

Needs root, iproute2 and the daemons that plan/routers.tsv names. MCX_LAB sets another name, so
that the lab can run twice at a time.
EOF
}

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
PLAN=$HERE/plan
LAB=${MCX_LAB:-$(<"$PLAN/name")}
RUN=/run/mcx-lab/$LAB
FRR=${FRR_DAEMONS:-/usr/lib/frr}
FRR_STATE=/var/run/frr
QUIET_MS=1000
TAB=$'\t'

die() {
  echo "lab.sh: $*" >&2
  exit 1
}

[[ $LAB =~ ^[A-Za-z0-9]{1,20}$ ]] || die "the lab's name is '$LAB'; it takes up to 20 letters and digits"

ns() { echo "mcx-$LAB-$1"; }

now_ms() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }

need_root() { [[ $(id -u) == 0 ]] || die "network namespaces need root"; }

need_up() { [[ -d $RUN ]] || die "the lab is not up"; }

need_tools() {
  local daemon tool
  command -v ip > /dev/null || die "iproute2 is missing"
  cut -f2 "$PLAN/routers.tsv" | sort -u | while read -r daemon; do
    case $daemon in
      frr) [[ -x $FRR/bgpd && -x $FRR/zebra ]] || die "FRR is missing in $FRR (set FRR_DAEMONS)"
           command -v vtysh > /dev/null || die "vtysh of FRR is missing" ;;
      bird) for tool in bird birdc; do
              command -v $tool > /dev/null || die "$tool is missing (BIRD 2)"
            done ;;
      gobgp) for tool in gobgpd gobgp; do
               command -v $tool > /dev/null || die "$tool is missing (GoBGP)"
             done ;;
    esac
  done
}

# Calls a function for every router at the same time: FUNCTION KEY DAEMON ASN.
each_router() {
  local key daemon asn rest jobs=() job bad=0
  while IFS=$TAB read -r key daemon asn rest; do
    "$1" "$key" "$daemon" "$asn" &
    jobs+=($!)
  done < "$PLAN/routers.tsv"
  for job in "${jobs[@]}"; do
    wait "$job" || bad=1
  done
  return $bad
}

vty() {
  local key=$1 daemon=$2 args=()
  shift 2
  for command in "$@"; do args+=(-c "$command"); done
  vtysh -N "$(ns "$key")" ${daemon:+-d "$daemon"} "${args[@]}" 2> /dev/null
}

birdc_of() {
  local key=$1
  shift
  birdc -r -s "$RUN/$key/bird.ctl" "$@"
}

gobgp_of() {
  local key=$1
  shift
  ip netns exec "$(ns "$key")" gobgp "$@"
}

# --- up and down ------------------------------------------------------------------------------

start_router() {
  local key=$1 daemon=$2 n
  n=$(ns "$key")
  ip -n "$n" -batch "$PLAN/$key.ip"
  [[ $daemon == none ]] && return 0
  mkdir -p "$RUN/$key"
  if [[ $daemon == frr ]]; then
    mkdir -p "$FRR_STATE/$n"
    cp "$HERE/routers/$key/"*d.conf "$HERE/routers/$key/zebra.conf" "$RUN/$key/"
    chown -R frr:frr "$RUN/$key" "$FRR_STATE/$n"
  else
    cp "$HERE/routers/$key/"* "$RUN/$key/"
  fi
  ip netns exec "$n" "$BASH" "${BASH_SOURCE[0]}" _start "$key" "$daemon" > "$RUN/$key/start.log" 2>&1 ||
    { cat "$RUN/$key/start.log" >&2; die "$key does not start"; }
}

# Runs inside the router's namespace.
start_daemons() {
  local key=$1 daemon=$2 n d=$RUN/$1 program
  n=$(ns "$key")
  echo 1 > /proc/sys/net/ipv4/ip_forward
  [[ ! -e /proc/sys/net/ipv6/conf/all/forwarding ]] || echo 1 > /proc/sys/net/ipv6/conf/all/forwarding
  case $daemon in
    frr)
      for program in zebra staticd ospfd ospf6d bgpd; do
        [[ -e $d/$program.conf ]] || continue
        "$FRR/$program" -d -N "$n" -f "$d/$program.conf" -i "$d/$program.pid" -A 127.0.0.1 \
          --log "file:$d/$program.log"
      done ;;
    bird) bird -c "$d/bird.conf" -s "$d/bird.ctl" -P "$d/bird.pid" ;;
    gobgp)
      setsid gobgpd -t toml -f "$d/gobgpd.toml" --api-hosts 127.0.0.1:50051 --log-plain -l warn \
        < /dev/null > "$d/gobgpd.log" 2>&1 &
      echo $! > "$d/gobgpd.pid"
      if [[ -e $d/routes.sh ]]; then
        for _ in {1..100}; do
          gobgp global > /dev/null 2>&1 && break
          sleep 0.05
        done
        "$BASH" "$d/routes.sh"
      fi ;;
  esac
}

up() {
  need_root
  need_tools
  [[ ! -d $RUN ]] || die "the lab is up already, or a run of it crashed; 'lab.sh down' removes it"
  mkdir -p "$RUN/poll"
  chmod 755 /run/mcx-lab "$RUN"
  : > "$RUN/failed"
  : > "$RUN/applied"
  local key rest port a b
  {
    while IFS=$TAB read -r key rest; do
      echo "netns add $(ns "$key")"
    done < "$PLAN/routers.tsv"
    while IFS=$TAB read -r port a b rest; do
      echo "link add name $port netns $(ns "$a") type veth peer name $port netns $(ns "$b")"
    done < "$PLAN/wires.tsv"
  } | ip -batch -
  if [[ -s $PLAN/core.ip ]]; then
    sed "s/@/mcx-$LAB-/g" "$PLAN/core.ip" | ip -batch -
    ip -n "$(ns core)" -batch "$PLAN/core-ports.ip"
  fi
  each_router start_router || die "not all routers started"
}

namespaces() {
  ip netns list 2> /dev/null | cut -d' ' -f1 | grep "^mcx-$LAB-[a-z0-9]*$" || true
}

down() {
  need_root
  local n pids=() file pid
  for n in $(namespaces); do
    mapfile -t -O "${#pids[@]}" pids < <(ip netns pids "$n" 2> /dev/null)
  done
  # What a killed run left outside its namespaces still names its folder.
  for file in "$RUN"/*/*.pid; do
    [[ -e $file ]] || continue
    pid=$(<"$file")
    if [[ -r /proc/$pid/cmdline ]] && tr '\0' ' ' < "/proc/$pid/cmdline" | grep -qF "$RUN/"; then
      pids+=("$pid")
    fi
  done
  [[ ${#pids[@]} == 0 ]] || kill -KILL "${pids[@]}" 2> /dev/null || true
  for n in $(namespaces); do echo "netns del $n"; done | ip -force -batch - || true
  rm -rf "$RUN" "$FRR_STATE/mcx-$LAB-"*
  rmdir /run/mcx-lab 2> /dev/null || true
}

# --- what is up -------------------------------------------------------------------------------

# Writes the state of one router: 'up', 'not' or 'trip' KEY NEIGHBOUR for each session, 'near' KEY
# PORT for each neighbour in inner routing, and marks of the state of its tables.
poll_router() {
  local key=$1 daemon=$2 asn=$3 commands=()
  {
    case $daemon in
      frr)
        [[ -z $asn ]] || commands+=('show bgp summary json')
        [[ ! -e $PLAN/$key.inner ]] || commands+=('show ip ospf neighbor')
        [[ ! -s $PLAN/$key.inner ]] || commands+=('show ipv6 ospf6 neighbor')
        vty "$key" '' "${commands[@]}" | awk -v key="$key" '
          /^    "[0-9a-f.:]+":\{/ { split($0, q, "\""); peer = q[2] }
          /"(tableVersion|pfxRcd|pfxSnt|inq|outq|ribCount)":/ { print "mark", peer, $0 }
          /"state":/ {
            split($0, q, "\"")
            print (q[4] == "Established" ? "up" : q[4] ~ /PfxCt/ ? "trip" : "not"), key, peer, q[4]
          }
          $3 ~ /^Full\// && $0 ~ /w[0-9]+:/ { match($0, /w[0-9]+:/); print "near", key, substr($0, RSTART, RLENGTH - 1) "/4" }
          $4 ~ /^Full\// && $0 ~ /w[0-9]+\[/ { match($0, /w[0-9]+\[/); print "near", key, substr($0, RSTART, RLENGTH - 1) "/6" }' ;;
      bird)
        [[ -z $asn ]] || birdc_of "$key" show protocols | awk -v key="$key" '
          $2 == "BGP" { print ($6 == "Established" ? "up" : /limit/ ? "trip" : "not"), key, $1, $6 " " $7 " " $8 " " $9 }'
        if [[ -e $PLAN/$key.inner ]]; then
          birdc_of "$key" show ospf neighbors ospf_v2 | awk -v key="$key" '$3 ~ /^Full\// { print "near", key, $5 "/4" }'
        fi
        if [[ -s $PLAN/$key.inner ]]; then
          birdc_of "$key" show ospf neighbors ospf_v3 | awk -v key="$key" '$3 ~ /^Full\// { print "near", key, $5 "/6" }'
        fi
        birdc_of "$key" show route all | sed 's/\[\([A-Za-z0-9_]*\) [0-9:.-]*/[\1/' | cksum ;;
      gobgp)
        gobgp_of "$key" neighbor | awk -v key="$key" '
          NR > 1 { print ($4 == "Establ" ? "up" : /PfxCt/ ? "trip" : "not"), key, $1, $4; print "mark", $1, $6, $7, $8 }' ;;
    esac
    [[ ! -e $PLAN/$key.inner ]] || ip -n "$(ns "$key")" route | cksum
  } > "$RUN/poll/$key.new" || true
  mv "$RUN/poll/$key.new" "$RUN/poll/$key"
}

# Prints what should be up and is not. Sessions with a prefix limit may be down, but not on the way.
missing() {
  cat "$RUN"/poll/r* > "$RUN/poll/all"
  awk -F'\t' -v v6="$(cat "$PLAN"/*.inner 2> /dev/null | head -1)" '
    FILENAME == ARGV[1] { down[$1 " " $2] = 1; next }
    FILENAME == ARGV[2] { split($0, w, " "); state[w[1] " " w[2] " " w[3]] = 1; next }
    FILENAME == ARGV[3] {
      if (("session " $1) in down) next
      if ($6 == 1 && (("trip " $2 " " $3) in state || ("trip " $4 " " $5) in state)) next
      if (!(("up " $2 " " $3) in state) || !(("up " $4 " " $5) in state)) print "session " $7
      next
    }
    $4 == 1 && !(("wire " $1) in down) {
      for (family = 4; family <= (v6 == "" ? 4 : 6); family += 2)
        if (!(("near " $2 " " $1 "/" family) in state) || !(("near " $3 " " $1 "/" family) in state))
          print "inner routing over " $5 " (IPv" family ")"
    }' \
    "$RUN/applied" "$RUN/poll/all" "$PLAN/sessions.tsv" "$PLAN/wires.tsv"
}

# Waits until all sessions are up and nothing has changed for a while.
settle() {
  local until=$1 before='' after same=0 lacking
  while :; do
    each_router poll_router
    lacking=$(missing)
    after=$(grep -v ' "[io][nu]t*q":0' "$RUN/poll/all" | cksum)
    if [[ -n $lacking || $after != "$before" ]]; then
      before=$after
      same=$(now_ms)
    elif (($(now_ms) - same >= QUIET_MS)); then
      return 0
    fi
    if (($(now_ms) > until)); then
      if [[ -n $lacking ]]; then
        echo "lab.sh: this is not up:" >&2
        while read -r line; do echo "  $line" >&2; done <<< "$lacking"
      else
        echo "lab.sh: the tables do not come to rest" >&2
      fi
      return 1
    fi
    sleep 0.1
  done
}

wait_lab() {
  need_up
  local until=$(($(now_ms) + ${1:-60} * 1000))
  settle "$until" || return 1
  # FRR looks every five seconds whether a default route's condition holds.
  if [[ -e $PLAN/slow ]]; then
    sleep 6
    settle "$until" || return 1
  fi
  # FRR looks at a limit before it counts an update; asking again makes it look once more.
  if recount; then
    settle "$until" || return 1
  fi
}

recount() {
  local key daemon asn any=1
  while IFS=$TAB read -r key daemon asn _; do
    if [[ $daemon == frr && -e $PLAN/$key.limited ]]; then
      vty "$key" bgpd 'clear bgp ipv4 unicast * soft in' 'clear bgp ipv6 unicast * soft in' > /dev/null || true
      any=0
    fi
  done < "$PLAN/routers.tsv"
  return $any
}

# --- failures ---------------------------------------------------------------------------------

# Makes what is down match the failures in force.
apply() {
  local wanted=$RUN/wanted what thing
  awk -F'\t' 'FILENAME == ARGV[1] { failed[$0] = 1; next } $1 in failed { print $2 "\t" $3 }' \
    "$RUN/failed" "$PLAN/failures.tsv" | sort -u > "$wanted"
  comm -23 "$RUN/applied" "$wanted" > "$RUN/back"
  comm -13 "$RUN/applied" "$wanted" > "$RUN/gone"
  wires up < "$RUN/back"
  cp "$RUN/gone" "$RUN/off"
  cp "$RUN/back" "$RUN/on"
  each_router switch_sessions
  wires down < "$RUN/gone"
  mv "$wanted" "$RUN/applied"
}

wires() {
  local what thing
  while IFS=$TAB read -r what thing; do
    [[ $what == wire ]] || continue
    while IFS=$TAB read -r port a b _; do
      if [[ $port == "$thing" ]]; then
        ip -n "$(ns "$a")" link set "$port" "$1"
        ip -n "$(ns "$b")" link set "$port" "$1"
        # The kernel forgets IPv6 addresses of an interface that is down.
        if [[ $1 == up ]]; then
          for key in "$a" "$b"; do
            grep "dev $port " "$PLAN/$key.ip" | grep -F ':' |
              ip -n "$(ns "$key")" -force -batch - 2> /dev/null || true
          done
        fi
      fi
    done < "$PLAN/wires.tsv"
  done
}

# Takes the sessions of one router down or up; those that a limit took down start anew.
switch_sessions() {
  local key=$1 daemon=$2 asn=$3 commands=() session a ar b br limited remote way
  # Whoever waited may have done so without this script, so what a limit took down is asked anew.
  [[ ! -e $PLAN/$key.limited ]] || poll_router "$key" "$daemon" "$asn"
  while IFS=$TAB read -r session a ar b br limited _; do
    if [[ $a == "$key" ]]; then remote=$ar
    elif [[ $b == "$key" ]]; then remote=$br
    else continue; fi
    if grep -qx "session$TAB$session" "$RUN/off"; then way=off
    elif grep -qx "session$TAB$session" "$RUN/on"; then way=on
    elif [[ $limited == 1 ]] && grep -q "^trip $key $remote " "$RUN/poll/$key"; then way=again
    else continue; fi
    case $daemon-$way in
      frr-off) commands+=("neighbor $remote shutdown") ;;
      frr-on) commands+=("no neighbor $remote shutdown") ;;
      frr-again) commands+=("do clear bgp $remote") ;;
      bird-off) birdc -s "$RUN/$key/bird.ctl" disable "$session" > /dev/null ;;
      bird-on | bird-again) birdc -s "$RUN/$key/bird.ctl" enable "$session" > /dev/null ;;
      gobgp-off) gobgp_of "$key" neighbor "$remote" disable > /dev/null ;;
      gobgp-on) gobgp_of "$key" neighbor "$remote" enable > /dev/null ;;
      gobgp-again) gobgp_of "$key" neighbor "$remote" reset > /dev/null ;;
    esac
  done < "$PLAN/sessions.tsv"
  if ((${#commands[@]} > 0)); then
    vty "$key" bgpd 'configure terminal' "router bgp $asn" "${commands[@]}" > /dev/null
  fi
}

known() {
  cut -f1 "$PLAN/failures.tsv" | grep -qxF -- "$1" || die "nothing in this lab fails by the id '$1'"
  [[ ! -s $PLAN/injected.tsv ]] ||
    die "this lab stands for one state of the network only (see README.txt); export again with --fail"
}

fail() {
  need_up
  known "$1"
  grep -qxF -- "$1" "$RUN/failed" || echo "$1" >> "$RUN/failed"
  apply
}

restore() {
  need_up
  known "$1"
  grep -vxF -- "$1" "$RUN/failed" > "$RUN/left" || true
  mv "$RUN/left" "$RUN/failed"
  apply
}

# --- what is shown ----------------------------------------------------------------------------

json_text() {
  awk 'BEGIN { printf "\"" }
    { gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); gsub(/\t/, "\\t"); printf "%s%s", (NR > 1 ? "\\n" : ""), $0 }
    END { printf "\"" }'
}

dump_router() {
  local key=$1 daemon=$2 asn=$3 file=$RUN/poll/dump-$1
  {
    printf '"%s":{"daemon":"%s"' "$key" "$daemon"
    case $daemon in
      frr)
        if [[ -n $asn ]]; then
          printf ',"tables":['
          vty "$key" bgpd 'show bgp ipv4 unicast json detail' 'show bgp ipv6 unicast json detail' |
            awk '/^\{/ && n++ { printf "," } { print }'
          printf ']'
        fi ;;
      bird) printf ',"text":'; birdc_of "$key" show route all | json_text ;;
      gobgp) dump_gobgp "$key" ;;
    esac
    printf ',"sessions":'
    [[ -e $RUN/poll/$key ]] || poll_router "$key" "$daemon" "$asn"
    { grep -h '^up \|^not \|^trip ' "$RUN/poll/$key" || true; } | json_text
    printf '}'
  } > "$file"
}

# Prints what a command prints, where that is JSON.
json_of() {
  local out
  if out=$("$@" 2> /dev/null) && [[ $out == [{[]* ]]; then
    echo "$out"
  else
    echo null
  fi
}

dump_gobgp() {
  local key=$1 vrf first=1
  printf ',"vpnv4":'
  json_of gobgp_of "$key" -j global rib -a vpnv4
  printf ',"vpnv6":'
  json_of gobgp_of "$key" -j global rib -a vpnv6
  printf ',"vrfs":{'
  while read -r vrf; do
    ((first)) || printf ','
    first=0
    printf '"%s":{"ipv4":' "$vrf"
    json_of gobgp_of "$key" -j vrf "$vrf" rib -a ipv4
    printf ',"ipv6":'
    json_of gobgp_of "$key" -j vrf "$vrf" rib -a ipv6
    printf '}'
  done < "$PLAN/$key.vrfs"
  printf '}'
}

dump() {
  need_up
  local out=$1 key rest first=1
  each_router dump_router || die "not all routers answered"
  {
    printf '{"lab":"%s","routers":{' "$LAB"
    while IFS=$TAB read -r key rest; do
      ((first)) || printf ','
      first=0
      cat "$RUN/poll/dump-$key"
    done < "$PLAN/routers.tsv"
    printf '}}\n'
  } > "$out"
}

status() {
  need_up
  each_router poll_router
  local key daemon asn label
  while IFS=$TAB read -r key daemon asn label; do
    echo "$key ($daemon${asn:+, AS $asn}) $label"
    awk '$1 == "up" || $1 == "not" || $1 == "trip" { $2 = ""; print "  " $0 }' "$RUN/poll/$key"
  done < "$PLAN/routers.tsv"
  if [[ -s $RUN/failed ]]; then
    echo "failed:"
    sed 's/^/  /' "$RUN/failed"
  fi
}

run() {
  local out=$1
  trap down EXIT
  trap 'exit 130' INT TERM
  up
  wait_lab
  dump "$out"
}

case ${1:-} in
  up) trap 'code=$?; ((code == 0)) || down; exit $code' EXIT; [[ -d $RUN ]] && trap - EXIT; up ;;
  wait) wait_lab "${2:-60}" ;;
  dump) [[ -n ${2:-} ]] || die "dump needs a file"; dump "$2" ;;
  fail) [[ -n ${2:-} ]] || die "fail needs an id"; fail "$2" ;;
  restore) [[ -n ${2:-} ]] || die "restore needs an id"; restore "$2" ;;
  status) status ;;
  shell) need_up; exec ip netns exec "$(ns "${2:?which router}")" "${SHELL:-bash}" ;;
  down) down ;;
  run) [[ -n ${2:-} ]] || die "run needs a file"; run "$2" ;;
  _start) start_daemons "$2" "$3" ;;
  -h | --help | help) usage ;;
  *) usage >&2; exit 2 ;;
esac
