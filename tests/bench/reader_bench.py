"""reader [LIBRARY]: opens documents in the kiosk, drawn off screen, and turns their pages: from the touch to the page
seen at all, and seen at its own size. Then opens as many in a row again for the memory that stays, and with --peers draws
their first pages and the next by the worker and by other programs."""
import itertools
import json
import random

import measure
from page_bench import measure_pages

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
        if name.startswith('open'):
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
            for phase in ('open', 'open_inside', 'turn') for kind in ('preview_ms', 'sharp_ms')}
    blocks = [line['ms'] for line in lines if line['event'] == 'block']
    frames = [line['cpu_ms'] for line in lines if line['event'] == 'frame']
    turns = turns_to_drawn_pages(steps)
    return {**bench.ms('tap_to_preview', seen['open', 'preview_ms']), **bench.ms('tap_to_sharp', seen['open', 'sharp_ms']),
            **bench.ms('tap_inside_to_preview', seen['open_inside', 'preview_ms']),
            **bench.ms('tap_inside_to_sharp', seen['open_inside', 'sharp_ms']),
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
    in_any_order = random.Random(7).sample(ids, len(ids))  # a library's first may be its smallest, which fill no cache
    in_a_row = list(itertools.islice(itertools.cycle(in_any_order), count))
    _, lines = read(bench, library, 1, in_a_row)
    memory = [line['bytes'] for line in lines if line['event'] == 'memory']
    if len(memory) <= SETTLED_AFTER:
        return {}
    settled, last = memory[SETTLED_AFTER - 1], memory[-1]
    return {'memory_growth': round(last / settled, 3), 'memory_growth_n': len(memory),
            'memory_after_tenth_mb': round(settled / 1e6, 1), 'memory_after_last_mb': round(last / 1e6, 1)}


def first_pages(library, documents):
    hashes = [document['sha256'] for document in documents]
    return [('document', str(library / 'files' / sha256[:2] / f'{sha256}.pdf'), 1) for sha256 in hashes]


def measure_reader(bench, library=None, documents=200, with_peers=False, rounds=3, turns=3):
    library = bench.library(library)
    listed = chosen(bench, library, documents)
    ids = [document['id'] for document in listed]
    run, lines = read(bench, library, turns, ids)
    out = {'documents': len(ids), **from_trace(bench, lines), 'reader_cpu_s': round(run['cpu_s'], 2),
           'reader_peak_memory_mb': round(run['peak_mb'], 1),
           **{f'peak_memory_mb_{name}': size for name, size in run['peak_mb_by_process'].items()}}
    out |= memory_growth(bench, library, ids, documents)
    if with_peers:
        bench.warm(library / 'files')
        out |= measure_pages(bench, first_pages(library, listed), rounds)
    return out
