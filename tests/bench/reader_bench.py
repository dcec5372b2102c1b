"""reader [LIBRARY]: opens documents in the kiosk, drawn off screen, and turns their pages: from the touch to the page
seen at all, and seen at its own size. Then opens as many in a row again for the memory that stays, and with --peers draws
first and second pages by the worker and by other programs."""
import itertools
import json
import random
import statistics
import subprocess

import measure
import peers

PAGE_WIDTH = 1080  # pixels
SLOW_FRAME_MS = 33  # two pictures of a screen of 60 Hz
SETTLED_AFTER = 10  # documents; until then caches fill


def chosen(bench, library, count):
    """The documents, by id; all when there are no more than `count`."""
    listed = json.loads(measure.run([bench.bin / 'mess-library', '--library', library, '--json', 'list'])['out'])
    by_id = {document['id']: document for document in listed['documents']}
    ids = sorted(by_id)
    return [by_id[one] for one in (ids if len(ids) <= count else sorted(random.Random(7).sample(ids, count)))]


def steps_of(lines):
    """(name, lines) from one touch to the next."""
    steps = []
    for line in lines:
        if line['event'] == 'phase':
            steps.append((line['name'], []))
        elif steps:
            steps[-1][1].append(line)
    return steps


def turns_to_drawn_pages(steps):
    """For each turn: None when the page had not been drawn ahead, else whether the next frame showed it sharp."""
    turns, drawn = [], set()
    for name, lines in steps:
        if name == 'open':
            drawn = set()
        shown = [line['page'] for line in lines if line['event'] == 'page']
        if name == 'turn' and shown:  # the last page turns to none
            next_frame = itertools.takewhile(lambda line: line['event'] != 'frame', lines)
            turns.append(any('sharp_ms' in line for line in next_frame) if shown[0] in drawn else None)
        drawn |= {line['page'] for line in lines if line['event'] == 'picture' and line['kind'] == 'page'}
    return turns


def share(name, values):
    values = list(values)
    return {name: round(sum(values) / len(values), 4), name + '_n': len(values)} if values else {}


def from_trace(bench, lines):
    steps = steps_of(lines)
    seen = {(phase, kind): [line[kind] for name, step in steps if name == phase for line in step if kind in line]
            for phase in ('open', 'turn') for kind in ('preview_ms', 'sharp_ms')}
    blocks = [line['ms'] for line in lines if line['event'] == 'block']
    frames = [line['cpu_ms'] for line in lines if line['event'] == 'frame']
    turns = turns_to_drawn_pages(steps)
    return {**bench.ms('tap_to_preview', seen['open', 'preview_ms']), **bench.ms('tap_to_sharp', seen['open', 'sharp_ms']),
            **bench.ms('turn_to_preview', seen['turn', 'preview_ms']), **bench.ms('turn_to_sharp', seen['turn', 'sharp_ms']),
            **share('turn_prefetched_share', (turn is not None for turn in turns)),
            **share('turn_next_frame_share', (turn for turn in turns if turn is not None)),
            **bench.ms('frame_cpu', frames), **share('frames_over_33_ms', (frame > SLOW_FRAME_MS for frame in frames)),
            'ui_blocks_over_8_ms': len(blocks), 'ui_block_max_ms': max(blocks, default=0),
            'unfinished': sum(name == 'unfinished' for name, _ in steps)}


def read(bench, library, turns, ids):
    """What the run cost, and the lines of its trace."""
    trace = bench.new_trace()
    run = measure.run([bench.bin / 'mess-bench', 'reader', library, trace, str(turns), *map(str, ids)])
    return run, bench.lines(trace)


def memory_growth(bench, library, ids, count):
    """Kiosk and workers after `count` documents against after the tenth; a smaller library is read again from the start."""
    in_a_row = list(itertools.islice(itertools.cycle(ids), count))
    _, lines = read(bench, library, 1, in_a_row)
    memory = [line['bytes'] for line in lines if line['event'] == 'memory']
    if len(memory) <= SETTLED_AFTER:
        return {}
    settled, last = memory[SETTLED_AFTER - 1], memory[-1]
    return {'memory_growth': round(last / settled, 3), 'memory_growth_n': len(memory),
            'memory_after_tenth_mb': round(settled / 1e6, 1), 'memory_after_last_mb': round(last / 1e6, 1)}


def draw_in_turns(bench, files, drawers):
    """{program: {(file, 'first' or 'next'): milliseconds}}, each file by ours and by the others before the next file."""
    times = {name: {} for name in ('ours', *drawers)}
    with subprocess.Popen([bench.bin / 'mess-bench', 'pages', str(PAGE_WIDTH)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as ours:
        def ask(file):
            print(file, file=ours.stdin, flush=True)
            return json.loads(ours.stdout.readline())
        ask(files[0])  # starts the worker, which in the kiosk waits for its first document
        for file in files:
            drawn = ask(file)
            for page, name in enumerate(('first', 'next'), 1):
                if name + '_ms' not in drawn:
                    continue
                times['ours'][file, name] = drawn[name + '_ms']
                for program, draw in drawers.items():
                    if (spent := draw(file, page)) is not None:
                        times[program][file, name] = spent
    return times


def against_peers(bench, library, documents):
    """Medians of page pictures, and of what ours needs for each page against another program. That is a whole process,
    which starts and reads the file for each page; the first page is the fairer comparison, as ours opens the file there too."""
    hashes = [document['sha256'] for document in documents]
    files = [library / 'files' / sha256[:2] / f'{sha256}.pdf' for sha256 in hashes]
    bench.warm(library / 'files')
    times = draw_in_turns(bench, files, peers.page_drawers(bench.work, PAGE_WIDTH))
    ours, out = times['ours'], {}
    for program, spent in times.items():
        for name in ('first', 'next'):
            pages = [key for key in spent if key[1] == name and key in ours]
            prefix = f'{name}_page' if program == 'ours' else f'{program}_{name}_page'
            out |= bench.ms(prefix, [spent[key] for key in pages])
            if pages and program != 'ours':
                out[f'{name}_page_vs_{program}'] = round(statistics.median(ours[key] / spent[key] for key in pages), 3)
    return out


def measure_reader(bench, library=None, documents=200, with_peers=False, turns=3):
    library = bench.library(library)
    listed = chosen(bench, library, documents)
    ids = [document['id'] for document in listed]
    run, lines = read(bench, library, turns, ids)
    out = {'documents': len(ids), **from_trace(bench, lines), 'reader_cpu_s': round(run['cpu_s'], 2),
           'reader_peak_memory_mb': round(run['peak_mb'], 1),
           **{f'peak_memory_mb_{name}': size for name, size in run['peak_mb_by_process'].items()}}
    out |= memory_growth(bench, library, ids, documents)
    if with_peers:
        out |= against_peers(bench, library, listed)
    return out
