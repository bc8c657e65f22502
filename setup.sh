#!/usr/bin/env bash
# Brings this checkout to where it runs: the programs it needs, the npm packages, the browser scripts, the build.
# run.sh and test.sh call it each time; when nothing has changed it looks and is done.
#   ./setup.sh           what run.sh needs
#   ./setup.sh --tests   and what the tests need
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

tests=""
if [ "${1:-}" = --tests ]; then tests=yes; fi
stamps=artifacts/setup
mkdir -p "$stamps"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { echo "$*" >&2; }
stop() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ]; }

# Two at a time would build over each other.
if has flock; then
  exec 9>"$stamps/lock"
  flock 9
fi

# ---- programs -----------------------------------------------------------------------------------

check_dotnet() {
  has dotnet || stop "LeadHeat needs the .NET 10 SDK: https://dotnet.microsoft.com/download"
  # Asks for the SDK that global.json names.
  dotnet --version >/dev/null 2>&1 || stop "LeadHeat needs the .NET 10 SDK (global.json); here are only: $(dotnet --list-sdks | tr '\n' ' ')"
}

check_node() {
  has node && has npm || stop "LeadHeat needs Node.js 20 or later, with npm: https://nodejs.org"
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || stop "LeadHeat needs Node.js 20 or later; here is $(node --version)"
}

has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || compgen -G '/opt/homebrew/opt/postgresql@*/bin/initdb' >/dev/null \
  || compgen -G '/usr/local/opt/postgresql@*/bin/initdb' >/dev/null; }
has_redis() { has redis-server; }
has_browser() { [ -x /usr/bin/chromium ] || [ -d /Applications/Chromium.app ]; }
has_pdftotext() { has pdftotext; }
has_fonts() { ! has fc-list || [ -n "$(fc-list 2>/dev/null | head -1)" ]; }

missing_packages() { # $1: debian or brew
  # A store of one's own, named in the environment, needs no local one.
  has_postgres || [ -n "${ConnectionStrings__leadsdb:-}" ] || { [ "$1" = debian ] && echo postgresql || echo postgresql@16; }
  has_redis || [ -n "${ConnectionStrings__redis:-}" ] || { [ "$1" = debian ] && echo redis-server || echo redis; }
  has_pdftotext || { [ "$1" = debian ] && echo poppler-utils || echo poppler; }
  if [ -n "$tests" ]; then
    has_browser || echo chromium
    if [ "$1" = debian ]; then has_fonts && has fc-list || echo fonts-dejavu-core fontconfig; fi
  fi
}

# Debian's packages start a server of their own when they are installed, and at each boot. Only their programs are wanted here.
install_debian() {
  local root=""
  if [ "$(id -u)" != 0 ]; then
    has sudo || stop "Please install what is missing, as root:  apt-get install -y --no-install-recommends $*"
    root="sudo"
  fi
  local policy=/usr/sbin/policy-rc.d ours=""
  local -a apt=($root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o=Dpkg::Use-Pty=0)
  local log=$stamps/packages.log failed=""
  say "Installing $*"
  # A list that cannot be had (somebody's own source, say) is no reason to stop: what counts is whether the packages can.
  "${apt[@]}" update >$log 2>&1 || true
  if [ ! -e $policy ]; then
    ours=yes
    printf '#!/bin/sh\nexit 101\n' | $root tee $policy >/dev/null
    $root chmod +x $policy
  fi
  case " $* " in *" postgresql "*)
    "${apt[@]}" install -y --no-install-recommends postgresql-common >>$log 2>&1 || failed=yes
    $root sed -i 's/^#\? *create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf || failed=yes
  esac
  "${apt[@]}" install -y --no-install-recommends "$@" >>$log 2>&1 || failed=yes
  if [ -n "$ours" ]; then $root rm -f $policy; fi
  case " $* " in *" redis-server "*) if has systemctl; then $root systemctl disable --quiet redis-server >/dev/null 2>&1 || true; fi; esac
  [ -z "$failed" ] || { tail -20 $log >&2; stop "That failed. Please install it by hand:  apt-get install -y --no-install-recommends $*"; }
}

install_missing() {
  local kind=debian
  [ "$(uname)" != Darwin ] || kind=brew
  local -a wanted
  read -r -a wanted <<<"$(missing_packages $kind | tr '\n' ' ')"
  [ "${#wanted[@]}" -gt 0 ] || return 0
  if [ $kind = brew ] && has brew; then
    say "Installing ${wanted[*]}"
    brew install "${wanted[@]}" >&2 || stop "That failed. Please install it by hand:  brew install ${wanted[*]}"
  elif [ $kind = debian ] && has apt-get; then
    install_debian "${wanted[@]}"
  else
    stop "Please install what is missing with your system's packages, by whatever names it has them:  ${wanted[*]}"
  fi
}

# What one feature needs and all others do without: tried once, and a failure stops nothing.
has_xgboost() {
  PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep -q libxgboost || compgen -G '/opt/homebrew/lib/libxgboost.dylib' >/dev/null \
    || compgen -G '/usr/local/lib/libxgboost.*' >/dev/null
}

install_optional() {
  if has_xgboost || [ -e $stamps/optional ]; then return 0; fi
  touch $stamps/optional
  if [ "$(uname)" = Darwin ] && has brew; then
    brew install xgboost >&2 || true
  elif has apt-get && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    (install_debian libxgboost0) || true
  fi
  has_xgboost || say "XGBoost is not installed: the heat model cannot be trained, all else works. On Debian and Ubuntu: apt-get install libxgboost0"
}

# ---- npm: the browser bundle, and the Aspire dashboard ----------------------------------------------

changed_since() { # $1: stamp; the rest: what find is to look at
  local stamp=$1
  shift
  [ ! -e "$stamp" ] || [ -n "$(find "$@" -newer "$stamp" -print -quit)" ]
}

install_npm_packages() {
  local stamp=node_modules/.leadheat
  cmp -s package-lock.json "$stamp" && return 0
  say "Installing the npm packages"
  npm ci --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json "$stamp"
}

# The dashboard is inside its command-line tool, which unpacks itself into its home when it first runs. The tool is copied out of
# node_modules because it behaves as npm's guest there.
unpack_dashboard() {
  local tool=node_modules/@microsoft/aspire-cli-linux-x64/bin/aspire home=artifacts/aspire
  if [ ! -x "$tool" ]; then
    say "The Aspire dashboard is not to be had from npm for this kind of machine: the app runs without it"
    return 0
  fi
  if ! cmp -s "$tool" $home/aspire || [ ! -e $home/unpacked ]; then
    say "Unpacking the Aspire dashboard"
    rm -rf $home
    mkdir -p $home/home
    cp "$tool" $home/aspire
    # It reports on the machine while it unpacks; what it finds wanting there (Docker, certificates) is not needed here.
    HOME="$PWD/$home/home" ASPIRE_CLI_TELEMETRY_OPTOUT=1 $home/aspire doctor --non-interactive --nologo >/dev/null 2>&1 </dev/null || true
    touch $home/unpacked
  fi
  copy_blazor_script $home/home
}

# Blazor's browser script is a NuGet package since .NET 10 (Microsoft.AspNetCore.App.Internal.Assets), which not every registry has.
# The dashboard brings the same file. Without this step and with that package, remove RequiresAspNetWebAssets in LeadHeat.Web.csproj.
copy_blazor_script() {
  local script to=LeadHeat.Web/wwwroot/_framework/blazor.web.js
  script=$(compgen -G "$1/.aspire/versions/*/managed/wwwroot/framework/blazor.web.10.js" | head -1) \
    || stop "blazor.web.10.js is not in the Aspire dashboard under $1"
  if ! cmp -s "$script" $to; then
    mkdir -p "$(dirname $to)"
    install -m 644 "$script" $to
  fi
}

bundle_browser_scripts() {
  local stamp=$stamps/bundle
  changed_since $stamp package.json package-lock.json LeadHeat.Web -path LeadHeat.Web/wwwroot -prune -o \
    \( -name '*.js' -o -name '*.mjs' -o -name '*.ts' -o -name '*.css' -o -name 'package*.json' \) || return 0
  touch $stamp.next
  npm run --silent build --if-present >&2
  mv $stamp.next $stamp
}

# ---- related words, for search ---------------------------------------------------------------------

write_related_words() {
  local maker=LeadHeat.Api/Knowledge/related.mjs stamp=$stamps/words
  changed_since $stamp $maker package-lock.json || return 0
  say "Reading WordNet"
  node $maker artifacts/words
  touch $stamp
}

# ---- build --------------------------------------------------------------------------------------

build() {
  local what=LeadHeat.AppHost stamp=$stamps/built-app
  if [ -n "$tests" ]; then what=LeadHeat.sln stamp=$stamps/built-all; fi
  # Folders count too: a deleted file leaves its mark there.
  changed_since $stamp LeadHeat.* Directory.* global.json .editorconfig $(ls -d playbooks 2>/dev/null) || return 0
  say "Building"
  touch $stamp.next
  # Without the lock, which servers that the build leaves running would hold on to.
  if ! dotnet build $what -c Release --nologo -v quiet >$stamps/build.log 2>&1 9>&-; then
    cat $stamps/build.log >&2
    stop "The build failed."
  fi
  mv $stamp.next $stamp
}

# ---- what the playbooks teach -----------------------------------------------------------------------

# Learned here, so that no start has to: it takes some seconds, and is the same for the same build.
learn() {
  local stamp=$stamps/learned
  changed_since $stamp artifacts/bin/LeadHeat.Api/release/LeadHeat.Core.dll artifacts/bin/LeadHeat.Api/release/playbooks || return 0
  touch $stamp.next
  dotnet artifacts/bin/LeadHeat.Api/release/LeadHeat.Api.dll learn artifacts/learned 9>&- || stop "What the playbooks teach could not be learned."
  mv $stamp.next $stamp
}

check_dotnet
check_node
install_missing
install_optional
install_npm_packages
unpack_dashboard
bundle_browser_scripts
write_related_words
build
learn
