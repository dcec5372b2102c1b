"""The same through other programs, where they are installed: a folder through recollindex, omindex and bare pdftotext, queries
through recollq, pages through mutool and pdftocairo."""
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import measure

PATIENCE_S = 15  # for a page


def have(program):
    if shutil.which(program):
        return True
    missing(program)
    return False


def missing(what):
    print(f'{what} is not installed: left out', file=sys.stderr)


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def recollindex(work, folder):
    home = fresh(work / 'recoll')
    (home / 'recoll.conf').write_text(f'topdirs = "{folder}"\nloglevel = 2\nidxlogfilename = {home}/idx.log\n')
    return measure.run(['recollindex', '-c', home], {'LC_ALL': 'C.UTF-8'}, check=None)


def omindex(work, folder):
    home = fresh(work / 'omega')
    return measure.run(['omindex', '--db', home / 'db', '--url', '/', '--stemmer=french', folder],
                       {'LC_ALL': 'C.UTF-8'}, check=None)


def pdftotext(work, folder):
    home = fresh(work / 'text')
    script = ('cd "$1"; find . -type f -iname "*.pdf" -print0 | xargs -0 -P"$2" -I{} sh -c '
              "'exec pdftotext -q -enc UTF-8 \"$2\" \"$1/$(echo \"$2\" | tr / _).txt\" 2>/dev/null' _ \"$3\" {}; true")
    return measure.run(['sh', '-c', script, '_', folder, str(os.cpu_count()), home])


def indexers(work, folder):
    folder = Path(folder).resolve()
    for program in (pdftotext, recollindex, omindex):
        if have(program.__name__):
            yield program.__name__, program(work, folder)


def recollq(work, queries):
    """Milliseconds of each query with abstracts, a process each, on the index that recollindex() left; or None."""
    if not have('recollq') or not (work / 'recoll' / 'xapiandb').is_dir():
        return None
    command = ['recollq', '-c', work / 'recoll', '-n', '10', '-A']
    return [measure.run(command + [query], check=None)['wall_s'] * 1000 for query in queries]


def page_drawers(work, width):
    """{name: f(pdf, page) = milliseconds of a process that draws the page, uncompressed, so wide; None when it fails}."""
    out = fresh(work / 'pages') / 'page'
    mutool = ['mutool', 'draw', '-q', '-w', str(width), '-F', 'pam', '-o', f'{out}.pam']
    pdftocairo = ['pdftocairo', '-q', '-tiff', '-tiffcompression', 'none', '-scale-to-x', str(width), '-scale-to-y', '-1']
    commands = {'mutool': lambda pdf, page: [*mutool, pdf, str(page)],
                'pdftocairo': lambda pdf, page: [*pdftocairo, '-f', str(page), '-l', str(page), pdf, out]}

    def drawer(command):
        def draw(pdf, page):
            began = time.monotonic()
            try:
                subprocess.run(command(pdf, page), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=PATIENCE_S)
            except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
                return None
            return (time.monotonic() - began) * 1000
        return draw
    return {name: drawer(command) for name, command in commands.items() if have(name)}
