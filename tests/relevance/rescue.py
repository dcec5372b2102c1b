#!/usr/bin/env python3
"""tests/relevance/rescue.py [--bin DIR] [--corpus DIR] [--library DIR]

Loads the corpus of real PDFs into a library of its own and runs `rescue` on it: does everything that search offers
(suggestions, corrections, ways out of an empty result) lead to documents? Ends with 77 when there is no corpus."""
import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

root = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=str(root / 'build/release/bin'))
    parser.add_argument('--corpus', default=str(root.parent / 'shared/corpus'))
    parser.add_argument('--library', help='a library that holds the corpus already')
    options = parser.parse_args()
    files = sorted(Path(options.corpus).glob('*.pdf'))
    if not files and not options.library:
        print(f'There is no corpus in {options.corpus}: nothing is tried.', file=sys.stderr)
        return 77
    with tempfile.TemporaryDirectory(prefix='mess-rescue-') as made:
        if not options.library:
            subprocess.run([Path(options.bin) / 'mess-library', '--library', made, 'add', *files], check=False, capture_output=True)
        return subprocess.run([Path(options.bin) / 'rescue', options.library or made], check=False).returncode


if __name__ == '__main__':
    sys.exit(main())
