#!/bin/sh
# System packages for the tests: Chromium with a Chinese font (PostgreSQL comes from pip). Installed where we may (root, apt);
# elsewhere the tests that need them are skipped, counted and named. In CI nothing may be missing.
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
fc-list 2>/dev/null | grep -qi "wqy\|noto.*cjk" || missing="$missing fonts-wqy-zenhei fontconfig"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing for the tests:$missing"
    # shellcheck disable=SC2086
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing) >/dev/null 2>&1 && exit 0
fi
echo "not installed (their tests will be skipped):$missing" >&2
[ -z "$CI" ]
