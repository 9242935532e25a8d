#!/bin/sh
# Makes .venv with the first Python that will do, or says in one sentence what is missing.
# A name can exist and still not run (a shim for a version that is not installed), so each is tried.
set -eu
cd "$(dirname "$0")/.."

python=
for name in ${PYTHON:-} python3.11 python3 python3.12 python3.13 python3.14; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    echo "Common Ground needs Python 3.11 or newer: install it (python3.11 or a newer python3 on the PATH) and run make again." >&2
    exit 1
fi

# Debian ships venv without the part that brings pip unless python3-venv is there; half a .venv must not stay.
if ! "$python" -m venv --clear .venv >/dev/null 2>&1; then
    rm -rf .venv
    echo "Python's venv module does not work here: install it (on Debian or Ubuntu: apt install python3-venv) and run make again." >&2
    exit 1
fi

# The packages are run from where they lie, also by scripts in tools/.
packages=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
pwd > "$packages/common_ground.pth"
