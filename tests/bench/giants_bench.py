"""giants: reads 500 scanned pages at 300 dpi, an A0 map of vectors and 2,000 pages of text by scripted journeys
(reader_journeys.h), in the kiosk drawn off screen. Frames and blocks are CPU time of the UI thread; OpenGL is software here and
draws in threads of its own. An empty kiosk is measured first: its memory is what OpenGL takes, mostly."""
import itertools
import json

import measure
from reader_bench import SLOW_FRAME_MS, share, steps_of

FRAME_MS = 16.7
JOURNEYS = {'scans': ('open', 'turns', 'leaf', 'fling', 'pinch'), 'map': ('open', 'pinch'),
            'text': ('open', 'turns', 'leaf', 'fling')}


def giants_library(bench):
    """The library, and the number of each document in it; made once."""
    folder, library = bench.work / 'giants', bench.work / 'giants-library'
    if not (folder / 'text.pdf').exists():
        folder.mkdir(parents=True, exist_ok=True)
        measure.run([bench.bin / 'mess-giants', folder])
    measure.run([bench.bin / 'mess-library', '--library', library, 'add', '--quiet', folder])
    listed = json.loads(measure.run([bench.bin / 'mess-library', '--library', library, '--json', 'list'])['out'])
    return library, {document['source_name'].removesuffix('.pdf'): document['id'] for document in listed['documents']}


def times_of(steps, phase, kind):
    return [line[kind] for name, lines in steps if name == phase for line in lines if kind in line]


def turned_at_once(steps):
    """For each turn whether the next frame showed the page sharp."""
    for name, lines in steps:
        if name == 'turn':
            next_frame = itertools.takewhile(lambda line: line['event'] != 'frame', lines)
            yield any('sharp_ms' in line for line in next_frame)


def waits_at_stops(lines, kind):
    """For each page at which the strip came to rest: milliseconds until it is seen so, 0 when it was before."""
    for at, line in enumerate(lines):
        if line['event'] == 'phase' and line['name'] == 'stopped':
            seen = [other['t'] for other in lines if other['event'] == 'page' and other['page'] == line['page'] and kind in other]
            before = any(other < line['t'] for other in seen)
            after = [other for other in seen if other >= line['t']]
            yield 0 if before else (min(after) - line['t']) * 1000 if after else float('inf')


def waits_at_rest(lines):
    """From the moment at which fingers or pages rest until all that is seen is sharp."""
    rested = None
    for line in lines:
        if line['event'] == 'phase' and line['name'] == 'rested':
            rested = line['t']
        elif line['event'] == 'phase' and line['name'] == 'sharp' and rested is not None:
            yield (line['t'] - rested) * 1000
            rested = None


def of_journey(bench, name, lines):
    steps = steps_of(lines)
    frames = [line['cpu_ms'] for line in lines if line['event'] == 'frame']
    if name != 'open':  # the first frame of a kiosk shapes all its text
        frames = frames[1:]
    blocks = [line['ms'] for line in lines if line['event'] == 'block']
    out = {}
    if name == 'open':
        out |= bench.ms('tap_to_preview', times_of(steps, 'open', 'preview_ms'))
        out |= bench.ms('tap_to_sharp', times_of(steps, 'open', 'sharp_ms'))
    if name in ('turns', 'leaf'):
        out |= share('turn_at_once_share', turned_at_once(steps))
        out |= bench.ms('turn_to_preview', times_of(steps, 'turn', 'preview_ms'))
    if name == 'fling':
        out |= bench.ms('stop_to_preview', list(waits_at_stops(lines, 'preview_ms')))
        out |= bench.ms('stop_to_sharp', list(waits_at_stops(lines, 'sharp_ms')))
    if name == 'pinch':
        out |= bench.ms('rest_to_sharp', list(waits_at_rest(lines)))
        out['fingers_off_mm_max'] = round(max(line['mm'] for line in lines if line['event'] == 'held'), 2)
    return {**out, **bench.ms('frame_cpu', frames), 'frames_over_16_ms': sum(frame > FRAME_MS for frame in frames),
            'frames_over_33_ms': sum(frame > SLOW_FRAME_MS for frame in frames), 'ui_blocks_over_8_ms': len(blocks),
            'ui_block_max_ms': max(blocks, default=0), 'unfinished': sum(step == 'unfinished' for step, _ in steps)}


def measure_giants(bench, only=None):
    library, ids = giants_library(bench)
    bench.warm(library / 'files')
    journeys = [('kiosk', 'idle')] + [(document, name) for document, names in JOURNEYS.items() for name in names]
    out = {}
    for document, name in journeys:
        prefix = f'{document}_{name}'
        if only and only not in prefix:
            continue
        trace = bench.new_trace()
        run = measure.run([bench.bin / 'mess-bench', 'journey', library, trace, name, str(ids.get(document, 0))])
        found = of_journey(bench, name, bench.lines(trace)) if name != 'idle' else {}
        found['peak_memory_mb'] = round(run['peak_mb'], 1)
        found |= {f'peak_memory_mb_{process}': size for process, size in run['peak_mb_by_process'].items()}
        out |= {f'{prefix}_{key}': value for key, value in found.items()}
    return out
