"""Pages drawn 1080 pixels wide by the worker, as the kiosk asks for them, and by others: by libmupdf, and by Poppler alone,
inside a process that keeps the document open as the worker does, and by mutool and pdftocairo, a whole process a page.
All take turns, page by page."""
import json
import select
import statistics
import subprocess
import sys

import peers

PAGE_WIDTH = 1080  # pixels
PATIENCE_S = 15  # for a document; the worker gives a page ten
STEPS = ('first', 'next')  # the page asked for, when the document has just been opened, and the page after it


def listed_pages(file):
    """[(kind, PDF, page)] of a list as ../shared/bench/jobs.in: KIND<tab>PDF<tab>PAGE a line; or a PDF a line."""
    pages = []
    for line in file.read_text(encoding='utf8').splitlines():
        columns = line.split('\t')
        if len(columns) == 3:
            pages.append((columns[0], columns[1], int(columns[2])))
        elif line:
            pages.append(('page', line, 1))
    return pages


class Drawing:
    """A program that speaks tests/bench/pages/page_times.h. What it has not drawn in time it never draws."""

    def __init__(self, program):
        self.program, self.given_up = program, set()
        self.start()

    def start(self):
        self.process = subprocess.Popen([self.program, str(PAGE_WIDTH)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, pdf, page):
        if (pdf, page) in self.given_up:
            return {}
        print(pdf, page, sep='\t', file=self.process.stdin, flush=True)
        answered, _, _ = select.select([self.process.stdout], [], [], PATIENCE_S)
        if answered:
            return json.loads(self.process.stdout.readline())
        self.given_up.add((pdf, page))
        print(f'{self.program.name}: page {page} of {pdf} takes more than {PATIENCE_S} s: left out', file=sys.stderr)
        self.process.kill()
        self.process.wait()
        self.start()
        return {}

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def in_process(bench):
    programs = {'ours': bench.bin / 'mess-pages', 'poppler': bench.bin / 'poppler-pages', 'libmupdf': bench.bin / 'mupdf-pages'}
    there = {name: program for name, program in programs.items() if program.exists()}
    if 'libmupdf' not in there:
        peers.missing('libmupdf-dev')
    return {name: Drawing(program) for name, program in there.items()}


def least_of_rounds(bench, pages, rounds):
    """{program: {(page, step): milliseconds}}: the least of the rounds, as what else the machine does only adds to it."""
    drawings = in_process(bench)
    least = {name: {} for name in drawings}
    for drawing in drawings.values():
        drawing(*pages[0][1:])  # starts the worker, which in the kiosk waits for its first document
    for _ in range(rounds):
        for page in pages:
            for name, drawing in drawings.items():
                for step, spent in drawing(*page[1:]).items():
                    key = page, step.removesuffix('_ms')
                    least[name][key] = min(spent, least[name].get(key, spent))
    for drawing in drawings.values():
        drawing.end()
    return least


def ratio(name, ours, theirs, keys):
    ratios = [ours[key] / theirs[key] for key in keys if key in ours and key in theirs]
    return {name: round(statistics.median(ratios), 3), name + '_n': len(ratios)} if ratios else {}


def against_libmupdf(bench, times, pages):
    out, kinds = {}, dict.fromkeys(kind for kind, _, _ in pages)
    for step in ('open', *STEPS):
        for name, spent in times.items():
            prefix = f'{step}_page' if step != 'open' else 'open_document'
            out |= bench.ms(prefix if name == 'ours' else f'{name}_{prefix}', [spent[key] for key in spent if key[1] == step])
    for who, prefix in (('ours', ''), ('poppler', 'poppler_')) if 'libmupdf' in times else ():
        for step in STEPS:
            for kind in (None, *kinds) if len(kinds) > 1 else (None,):
                keys = [(page, step) for page in pages if kind in (None, page[0])]
                name = f'{prefix}{step}_page_vs_libmupdf' if kind is None else f'{prefix}{step}_page_{kind}_vs_libmupdf'
                out |= ratio(name, times[who], times['libmupdf'], keys)
    return out


def against_whole_programs(bench, ours, pages):
    """A process starts and reads the file for each page, against our worker that runs already; the first page is the fairer
    comparison, as ours opens the file for it too."""
    out = {}
    for program, draw in peers.page_drawers(bench.work, PAGE_WIDTH).items():
        for later, step in enumerate(STEPS):
            begun = {page: ours[page, step] + (0 if later else ours[page, 'open']) for page in pages if (page, step) in ours}
            theirs = {page: draw(page[1], page[2] + later) for page in begun}
            drawn = {page: spent for page, spent in theirs.items() if spent is not None}
            out |= bench.ms(f'{program}_{step}_page', list(drawn.values()))
            out |= ratio(f'{step}_page_vs_{program}', begun, drawn, begun)
    return out


def measure_pages(bench, pages, rounds):
    times = least_of_rounds(bench, pages, rounds)
    return {**against_libmupdf(bench, times, pages), **against_whole_programs(bench, times['ours'], pages)}
